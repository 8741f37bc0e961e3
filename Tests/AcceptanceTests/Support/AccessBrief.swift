/// A brief in which somebody logs in and rows belong to somebody.
enum AccessBrief {
    static let text = """
        # Task desk

        A FastAPI REST API in which people keep their tasks, comment on them and rate them.

        ## Entities

        ### User
        Somebody who logs in.
        - login: email
        - admin: role admin
        - email: email
        - name: string(100)
        - role: enum(admin, member), default member
        - password: string
        - active: boolean, default true
        - manager: User, optional
        - team: Team, optional

        ### Team
        - name: string(80), unique

        ### Task
        - title: string(200)
        - notes: text, optional
        - author: User, owner
        - assignee: User, optional
        - unique: author, title

        ### Comment
        - body: text
        - task: Task
        - writer: User, owner, on delete restrict

        ### Rating
        - stars: integer, min 1, max 5
        - task: Task
        - rater: User, owner
        - unique: task, rater

        ### Profile
        - bio: text, optional
        - person: User, unique, owner
        """
}
