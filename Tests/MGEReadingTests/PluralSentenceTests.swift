import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// What common entities do in general, said in the plural and shortly.
@Suite struct PluralSentenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var entities: [String]
        var references: Set<String>
        var testDescription: String { text }
    }

    static let cases = [
        Case(
            text: "Customers place orders. Orders contain products. Products have a price and a stock.",
            entities: ["customer", "order", "product", "order line"],
            references: ["order.customer>customer", "order line.order>order", "order line.product>product"]),
        Case(
            text: "Users own lists and lists contain items. Each item has a title.",
            entities: ["user", "list", "item"], references: ["list.user>user", "item.list>list"]),
        Case(
            text: "Projects contain tasks, tasks have comments and comments have authors.",
            entities: ["project", "task", "comment", "author"],
            references: ["task.project>project", "comment.task>task", "comment.author>author"]),
        Case(
            text: "Courses are taught by teachers. Each course has a title.", entities: ["course", "teacher"],
            references: ["course.teacher>teacher"]),
        Case(
            text: "Authors write posts. Posts have tags.", entities: ["author", "post", "tag", "post tag"],
            references: ["post.author>author", "post tag.post>post", "post tag.tag>tag"]),
        Case(
            text: "There are rooms and guests. Guests book rooms. Rooms have a number.",
            entities: ["room", "guest", "booking"], references: ["booking.guest>guest", "booking.room>room"]),
        Case(
            text: "Boards have cards. Cards have labels and due dates.",
            entities: ["board", "card", "label", "card label"],
            references: ["card.board>board", "card label.card>card", "card label.label>label"]),
        Case(
            text: "Readers can leave comments on posts. Posts have a title.", entities: ["reader", "comment", "post"],
            references: ["comment.reader>reader", "comment.post>post"]),
        Case(
            text: "Doctors can write prescriptions for patients. Patients have a name.",
            entities: ["doctor", "prescription", "patient"],
            references: ["prescription.doctor>doctor", "prescription.patient>patient"]),
        Case(
            text: "An order contains several order items with quantity and unit price. Each order has a date.",
            entities: ["order", "order item"], references: ["order item.order>order"]),
        Case(
            text: "Each recipe has ingredients with a quantity and a unit. Products belong to categories.",
            entities: ["recipe", "ingredient", "product", "category"],
            references: ["ingredient.recipe>recipe", "product.category>category"]),
        Case(
            text: "Los clientes hacen pedidos. Los pedidos contienen productos. Los productos tienen precio y stock.",
            entities: ["cliente", "pedido", "producto", "línea de pedido"],
            references: [
                "pedido.cliente>cliente", "línea de pedido.pedido>pedido", "línea de pedido.producto>producto",
            ]),
        Case(
            text: "Orders contain products. An order line has a quantity.",
            entities: ["order", "product", "order line"],
            references: ["order line.order>order", "order line.product>product"]),
        Case(
            text: "A payment has an amount. A staff member has a name.", entities: ["payment", "staff member"],
            references: []),
        Case(
            text: "Messages have a text. Chat rooms have a name. Each message has a sender who is a user.",
            entities: ["message", "chat room", "user"],
            references: ["message.sender>user", "message.chat_room>chat room"]),
        Case(
            text: "Customers have an address. Restaurants have a name. An order belongs to a restaurant.",
            entities: ["restaurant", "order", "customer"],
            references: ["order.restaurant>restaurant", "order.customer>customer"]),
        Case(
            text: "Los usuarios crean listas y las listas contienen tareas. Cada tarea tiene un título.",
            entities: ["usuario", "lista", "tarea"], references: ["lista.usuario>usuario", "tarea.lista>lista"]),
    ]

    @Test("Common entities in the plural need no article, and what is usual says how many of each", arguments: cases)
    func general(_ expected: Case) throws {
        let document = try ReadingSupport.read(expected.text)
        #expect(document.names.sorted() == expected.entities.sorted())
        #expect(document.references == expected.references)
        #expect(!document.diagnostics.contains { $0.message.contains("kept in the summary only") })
    }
}
