/// A brief with states, money, dates and times, in which a deletion is refused by what would be deleted along.
enum StatesBrief {
    static let text = """
        # Repair shop

        A FastAPI REST API for a shop that repairs bicycles.

        ## Entities

        ### Customer
        - name: string(100)
        - email: email, unique
        - discount: decimal(5,2), optional, min 0, max 100

        ### Repair
        - number: string(20)
        - customer: Customer, on delete cascade
        - status: enum(estimated, accepted, "in work", done, refused), estimated → accepted | refused, accepted → in work → done
        - price: decimal(10,2), min 0
        - received at: datetime
        - due: date, optional
        - pickup: time, optional
        - notes: text, optional
        - sort: due, price
        - unique: customer, number

        ### Invoice
        - repair: Repair, unique, on delete restrict
        - total: decimal(12,2), min 0
        - issued: date
        - paid: boolean, default false

        ### Closing
        - day: date, unique
        - opens: time, default 09:00
        - closes: time, optional
        """
}
