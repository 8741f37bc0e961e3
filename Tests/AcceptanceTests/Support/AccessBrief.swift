/// A brief in which somebody logs in, rows belong to somebody, states follow each other, lists are searched, and some
/// rows are only read or kept.
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
        - search: name and email
        - sort: name

        ### Team
        - name: string(80), unique
        - search: name

        ### Task
        - title: string(200)
        - notes: text, optional
        - author: User, owner
        - status: enum(open, in progress, done, "won't do"), open → in progress → done | won't do, done -> open
        - assignee: User, optional
        - due date: date, optional
        - hours: decimal(6,2), optional
        - search: title, notes
        - sort: due date, title, created at
        - sort: status, hours
        - unique: author, title

        ### Comment
        - body: text
        - soft delete
        - task: Task
        - writer: User, owner, on delete restrict

        ### Rating
        - stars: integer, min 1, max 5
        - task: Task
        - rater: User, owner
        - unique: task, rater

        ### Order
        - phase: enum(new, paid, shipped), default new
        - size: enum(s, m, l), default m
        - transitions: new → paid, paid => shipped

        ### Country
        - name: string(80), unique
        - search: name
        - read only

        ### Profile
        - bio: text, optional
        - country: Country, optional, on delete restrict
        - person: User, unique, owner
        """
}
