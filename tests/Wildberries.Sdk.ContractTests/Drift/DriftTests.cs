using System.Text.Json.Nodes;
using Wildberries.Sdk.Contract;
using Wildberries.Sdk.Contract.Documents;
using Wildberries.Sdk.Contract.Drift;
using Wildberries.Sdk.ContractTests.Documents;
using Wildberries.Sdk.ContractTests.HandMade;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.ContractTests.Drift;

/// <summary>Where WB's documents change, drift names exactly the changes.</summary>
public sealed class DriftTests
{
    private const string Chat = "09-communications.yaml";
    private const string Chats = "Differences | BuyerChat | BuyerChat.GetChats (GET /api/v1/seller/chats) | ";
    private const string Events = "Differences | BuyerChat | BuyerChat.GetEvents (GET /api/v1/seller/events) | ";

    [DocumentFact]
    public void Members_and_values_that_change_are_named()
    {
        using var documents = new ChangedDocuments();
        documents.Change(Chat, root =>
        {
            JsonObject members = Schema(root, "Event");
            members["colour"] = new JsonObject { ["type"] = "string" };
            members["idOfEvent"] = members["eventID"]!.DeepClone();
            members.Remove("eventID");
            members["addTimestamp"]!["type"] = "string";
            members["source"]!["description"] = members["source"]!["description"]!.GetValue<string>() + "\n- `fax` — paper";
            root["components"]!["schemas"]!["Sender"]!["enum"]!.AsArray().Add((JsonNode)"courier");
            Form(root)["required"]!.AsArray().Add((JsonNode)"message");
        });
        documents.Change("02-items.yaml", root =>
        {
            Schema(root, "Good", "required").AsArray().Add((JsonNode)"price");
            ((JsonObject)Schema(root, "Good")["price"]!).Remove("nullable");
        });

        (string[] added, string[] gone) = documents.Compare();
        Assert.Equal(
            [
                Events + "answer: result.events[].eventID: in ChatEvent, not in WB's document",
                Events + "answer: result.events[].addTimestamp: string in WB's document, Int64? in C#",
                Events + "answer: result.events[].sender: the value \"courier\" is in WB's document, not in ChatSender",
                Events + "answer: result.events[].colour: in WB's document, not in ChatEvent",
                Events + "answer: result.events[].idOfEvent: in WB's document, not in ChatEvent",
                "Differences | BuyerChat | BuyerChat.SendMessage (POST /api/v1/seller/message) | parameter message (form): required in WB's document, optional in C#",
                "Differences | DiscountsPrices | DiscountsPrices.UploadPrices (POST /api/v2/upload/task) | body: data[].price: required in WB's document, nullable in C#",
                "Values named in descriptions | BuyerChat | BuyerChat.GetEvents (GET /api/v1/seller/events) | answer: result.events[].source: the value \"fax\" is named in WB's description, not in ChatMessageSource",
            ],
            added);
        Assert.Empty(gone);
    }

    [DocumentFact]
    public void Lists_of_values_that_are_plain_in_the_models_are_named()
    {
        using var documents = new ChangedDocuments();
        documents.Change(Chat, root =>
        {
            JsonObject members = Schema(root, "Event");
            members["clientName"]!["enum"] = new JsonArray("Anna", "Boris");
            members["replySign"]!["description"] = "How it is signed:\n- `short` — in one word\n- `long` — in two";
            members["addTimestamp"]!["description"] = "The code:\n- `404` — not found\n- `409` — twice";
        });

        (string[] added, string[] gone) = documents.Compare();
        Assert.Equal(
            [
                Events + "answer: result.events[].clientName: a list of values in WB's document (Anna, Boris), String in C#",
                "Values named in descriptions | BuyerChat | BuyerChat.GetEvents (GET /api/v1/seller/events) | answer: result.events[].replySign: a list of values in WB's description (short, long), String in C#",
            ],
            added);
        Assert.Empty(gone);
    }

    [DocumentFact]
    public void What_the_table_of_operations_says_otherwise_is_named()
    {
        using var documents = new ChangedDocuments();
        documents.ChangeRow("GET", "/api/v1/seller/chats", row =>
        {
            row["limits"]![0]!["limit"] = 11;
            row["limits"]![3]!["burst"] = 2;
            row["clientErrorCost"] = 10;
            row["readOnly"] = false;
            row["tokenTypes"] = new JsonArray("personal", "service", "base-with-secret");
            row["category"] = "feedback";
        });

        (string[] added, string[] gone) = documents.Compare();
        Assert.Equal(
            [
                Chats + "category: feedback in operations.json, unknown to the comparison",
                Chats + "access: Write in operations.json, Read in C#",
                Chats + "token types: base may not call it by operations.json, and may in C#",
                Chats + "limit for personal: 11 per 10 s, burst 10 in operations.json, 10 per 10 s, burst 10 in C#",
                Chats + "limit for base: 1 per 3600 s, burst 2 in operations.json, 1 per 3600 s, burst 1 in C#",
                Chats + "4XX cost: 10 in operations.json, 1 in C#",
            ],
            added);
        Assert.Empty(gone);
    }

    [DocumentFact]
    public void What_a_document_says_of_access_otherwise_is_named()
    {
        using var documents = new ChangedDocuments();
        documents.Change(Chat, root =>
        {
            JsonNode operation = root["paths"]!["/api/v1/seller/chats"]!["get"]!;
            operation["x-readonly-method"] = false;
            operation["x-category"] = "questionsandfeedback";
            operation["x-token-types"] = new JsonArray("personal");
            operation["parameters"] = new JsonArray(new JsonObject
            {
                ["name"] = "limit",
                ["in"] = "query",
                ["required"] = true,
                ["schema"] = new JsonObject { ["type"] = "integer" },
            });
        });

        (string[] added, string[] gone) = documents.Compare();
        Assert.Equal(
            [
                Chats + "parameter limit (query): in WB's document, not in GetChatsAsync",
                Chats + $"category: questionsandfeedback in {Chat}, BuyersChat in C#",
                Chats + $"access: Write in {Chat}, Read in C#",
                Chats + $"token types: service may not call it by {Chat}, and may in C#",
                Chats + $"token types: base-with-secret may not call it by {Chat}, and may in C#",
                Chats + $"token types: base may not call it by {Chat}, and may in C#",
            ],
            added);
        Assert.Empty(gone);
    }

    [DocumentFact]
    public void Operations_that_are_added_are_named_by_area()
    {
        using var documents = new ChangedDocuments();
        documents.ChangeRows(rows =>
        {
            JsonObject chats = ChangedDocuments.Row(rows, "GET", "/api/v1/seller/chats");
            rows.Add(With(chats, "path", "/api/v1/seller/archive"));
            rows.Add(With(ChangedDocuments.Row(rows, "GET", "/api/v1/documents/list"), "path", "/api/v1/documents/archive"));
            rows.Add(With(chats, "servers", new JsonArray("https://new-api.wildberries.ru"), "path", "/api/v1/new"));
        });
        documents.Change(Chat, root =>
        {
            var paths = (JsonObject)root["paths"]!;
            foreach (string path in (string[])["/api/v1/seller/archive", "/api/v1/new", "/api/v1/seller/unlisted"])
                paths[path] = paths["/api/v1/seller/chats"]!.DeepClone();
        });
        documents.Change("13-finances.yaml", root => root["paths"]!["/api/v1/documents/archive"] = root["paths"]!["/api/v1/documents/list"]!.DeepClone());

        (string[] added, string[] gone) = documents.Compare();
        Assert.Equal(
            [
                "Differences | BuyerChat | operations | GET /api/v1/seller/archive is in force at WB, not in the SDK",
                $"Differences | BuyerChat | operations | GET /api/v1/seller/unlisted is in {Chat}, not in operations.json",
                "Differences | Documents | operations | GET /api/v1/documents/archive is in force at WB, not in the SDK",
                "Areas not built | No area is known for these | GET /api/v1/new (new-api.wildberries.ru)",
            ],
            added);
        Assert.Empty(gone);
    }

    [DocumentFact]
    public void Operations_that_move_are_named()
    {
        using var documents = new ChangedDocuments();
        documents.ChangeRows(rows =>
        {
            ChangedDocuments.Row(rows, "GET", "/api/v1/seller/chats")["path"] = "/api/v2/seller/chats";
            ChangedDocuments.Row(rows, "DELETE", "/api/v1/user")["method"] = "POST";
            ChangedDocuments.Row(rows, "GET", "/api/v1/seller/events")["servers"] = new JsonArray("https://chat-api.wildberries.ru");
        });
        documents.Change(Chat, root =>
        {
            Rename((JsonObject)root["paths"]!, "/api/v1/seller/chats", "/api/v2/seller/chats");
            root["paths"]!["/api/v1/seller/events"]!["get"]!["servers"] = new JsonArray(new JsonObject { ["url"] = "https://chat-api.wildberries.ru" });
        });
        documents.Change("01-general.yaml", root => Rename((JsonObject)root["paths"]!["/api/v1/user"]!, "delete", "post"));

        (string[] added, string[] gone) = documents.Compare();
        Assert.Equal(
            [
                Chats + "route: GET /api/v1/seller/chats is not an operation of WB",
                Events + "host: https://chat-api.wildberries.ru in operations.json, https://buyer-chat-api.wildberries.ru in C#",
                Events + $"host: https://chat-api.wildberries.ru in {Chat}, https://buyer-chat-api.wildberries.ru in C#",
                "Differences | BuyerChat | operations | GET /api/v2/seller/chats is in force at WB, not in the SDK",
                "Differences | Users | Users.DeleteUser (DELETE /api/v1/user) | route: DELETE /api/v1/user is not an operation of WB",
                "Differences | Users | operations | POST /api/v1/user is in force at WB, not in the SDK",
            ],
            added);
        Assert.Empty(gone);
    }

    [DocumentFact]
    public void Operations_that_are_removed_are_named()
    {
        using var documents = new ChangedDocuments();
        documents.ChangeRows(rows =>
        {
            rows.Remove(ChangedDocuments.Row(rows, "GET", "/api/v1/seller/chats"));
            ChangedDocuments.Row(rows, "GET", "/api/v1/seller/events")["retired"] = "2026-12-01";
            ChangedDocuments.Row(rows, "GET", "/api/v1/documents/list")["retired"] = "2026-12-01";
        });
        documents.Change(Chat, root => ((JsonObject)root["paths"]!).Remove("/api/v1/seller/chats"));

        (string[] added, string[] gone) = documents.Compare();
        Assert.Equal(
            [
                Chats + "route: GET /api/v1/seller/chats is not an operation of WB",
                Events + "route: GET /api/v1/seller/events was turned off by WB on 2026-12-01",
                "Differences | Documents | Documents.GetDocuments (GET /api/v1/documents/list) | route: GET /api/v1/documents/list was turned off by WB on 2026-12-01",
            ],
            added);
        Assert.Empty(gone);
    }

    [DocumentFact]
    public void Every_operation_in_force_is_compared_or_named()
    {
        WbDocuments documents = PublishedDocuments.All;
        string report = DriftReport.Of(documents, WildberriesOperations.All).ToString();
        foreach (WbOperation row in documents.Operations.Where(r => r.Retired is null && !WildberriesOperations.All.Any(o => $"{o.HttpMethod} {o.Path.Split('?')[0]}" == r.ToString())))
            Assert.Contains(row.ToString(), report, StringComparison.Ordinal);
    }

    [DocumentFact]
    public void An_area_alone_shows_only_its_own()
    {
        using var documents = new ChangedDocuments();
        documents.ChangeRows(rows =>
        {
            ChangedDocuments.Row(rows, "GET", "/api/v1/seller/events")["retired"] = "2026-12-01";
            ChangedDocuments.Row(rows, "GET", "/api/v1/documents/list")["retired"] = "2026-12-01";
        });
        (int exitCode, IReadOnlyList<string> lines) = ChangedDocuments.Drift(documents.Folder, "--area", "Documents");
        Assert.Equal(Commands.Different, exitCode);
        Assert.StartsWith("Differences | Documents | Documents.GetDocuments ", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_agrees_is_no_difference()
    {
        var report = DriftReport.Of(HandMadeDocuments.Read(), [.. WildberriesOperations.Of<IRightApi>().Where(o => o.MethodName != "FileAsync")]);
        Assert.Equal(
            """
            Differences
              HandMade
                operations
                  GET /api/v1/things/file is in force at WB, not in the SDK

            3 operations compared: 1 differences, 0 values named in descriptions, 0 differences known and meant; 0 operations of 0 areas not built.

            """,
            report.ToString(),
            ignoreLineEndingDifferences: true);
        Assert.Equal(1, report.Count);
    }

    [Fact]
    public void A_folder_that_cannot_be_read_and_a_wrong_call_end_with_2()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        DirectoryInfo empty = Directory.CreateTempSubdirectory("wb-drift");
        try
        {
            Assert.Equal(Commands.Unusable, Commands.Run(["drift", empty.FullName], output, errors));
            Assert.Equal(Commands.Unusable, Commands.Run(["drift", Path.Combine(empty.FullName, "none")], output, errors));
            File.WriteAllText(Path.Combine(empty.FullName, WbDocuments.OperationsFile), """[{ "method": "GET", "path": "/x", "servers": [], "schema": "x.yaml" }]""");
            Assert.Equal(Commands.Unusable, Commands.Run(["drift", empty.FullName], output, errors));
            File.WriteAllText(Path.Combine(empty.FullName, WbDocuments.OperationsFile), "none");
            Assert.Equal(Commands.Unusable, Commands.Run(["drift", empty.FullName], output, errors));
            Assert.Equal(Commands.Unusable, Commands.Run(["drift"], output, errors));
            Assert.Equal(Commands.Unusable, Commands.Run(["drift", empty.FullName, "--area", "Nowhere"], output, errors));
        }
        finally
        {
            empty.Delete(recursive: true);
        }

        Assert.Equal("", output.ToString());
        Assert.Contains("Nowhere is no area.", errors.ToString(), StringComparison.Ordinal);
    }

    private static JsonObject Schema(JsonObject root, string name) => (JsonObject)Schema(root, name, "properties");

    private static JsonNode Schema(JsonObject root, string name, string part) => root["components"]!["schemas"]![name]![part]!;

    private static JsonNode Form(JsonObject root) =>
        root["paths"]!["/api/v1/seller/message"]!["post"]!["requestBody"]!["content"]!["multipart/form-data"]!["schema"]!;

    private static JsonObject With(JsonObject row, string name, JsonNode value, string? name2 = null, JsonNode? value2 = null)
    {
        var copy = (JsonObject)row.DeepClone();
        copy[name] = value;
        if (name2 is not null)
            copy[name2] = value2;
        return copy;
    }

    private static void Rename(JsonObject holder, string name, string newName)
    {
        JsonNode value = holder[name]!.DeepClone();
        holder.Remove(name);
        holder[newName] = value;
    }
}
