using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.EmulatedWarehouses;
using static Wildberries.Sdk.Testing.WarehouseAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api about offices, warehouses and their contacts.</summary>
internal sealed class WarehouseHandlers(EmulatedWarehouses warehouses)
{
    private const int MaxName = 200;
    private const int MaxContacts = 5;
    private const int MaxComment = 1000;
    private static readonly string[] CountryCodes = ["+7", "+374", "+375", "+996"];

    public IEnumerable<Handler> All =>
    [
        Handler.For("GET marketplace-api/api/v3/offices", _ => GetOffices()),
        Handler.For("GET marketplace-api/api/v3/warehouses", _ => GetWarehouses()),
        Handler.For("POST marketplace-api/api/v3/warehouses", Create),
        Handler.For("PUT marketplace-api/api/v3/warehouses/{warehouseId}", Change),
        Handler.For("DELETE marketplace-api/api/v3/warehouses/{warehouseId}", Delete),
        Handler.For("GET marketplace-api/api/v3/dbw/warehouses/{warehouseId}/contacts", GetContacts),
        Handler.For("PUT marketplace-api/api/v3/dbw/warehouses/{warehouseId}/contacts", SetContacts),
    ];

    private Answer GetOffices() => Answer.Json(200, new JsonArray(
    [
        .. warehouses.Offices.Select(office => new JsonObject
        {
            ["address"] = office.Address,
            ["name"] = office.Name,
            ["city"] = office.City,
            ["id"] = office.Id,
            ["longitude"] = 37.588898m,
            ["latitude"] = 55.386871m,
            ["cargoType"] = office.CargoType,
            ["deliveryType"] = office.DeliveryType,
            ["federalDistrict"] = office.FederalDistrict,
            ["selected"] = warehouses.IsSelected(office.Id),
        }),
    ]));

    private Answer GetWarehouses() => Answer.Json(200, new JsonArray(
    [
        .. warehouses.List().Select(row => new JsonObject
        {
            ["name"] = row.Warehouse.Name,
            ["officeId"] = row.Warehouse.OfficeId,
            ["id"] = row.Warehouse.Id,
            ["cargoType"] = row.Warehouse.CargoType,
            ["deliveryType"] = row.Warehouse.DeliveryType,
            ["isDeleting"] = row.IsDeleting,
            ["isProcessing"] = row.IsProcessing,
        }),
    ]));

    private Answer Create(HandlerRequest request)
    {
        if (Read(request, out Answer? refusal) is not { } wanted)
            return refusal!;
        (int status, long id) = warehouses.Create(wanted.Name, wanted.OfficeId);
        return status == 201 ? Answer.Json(201, new JsonObject { ["id"] = id }) : Refused(status);
    }

    private Answer Change(HandlerRequest request)
    {
        if (Id(request) is not { } warehouseId)
            return IncorrectParameter;
        if (Read(request, out Answer? refusal) is not { } wanted)
            return refusal!;
        int status = warehouses.Change(warehouseId, wanted.Name, wanted.OfficeId);
        return status == 204 ? Answer.Empty(204) : Refused(status);
    }

    private Answer Delete(HandlerRequest request) =>
        Id(request) is { } warehouseId && warehouses.TryDelete(warehouseId) ? Answer.Empty(204) : NotFound;

    private Answer GetContacts(HandlerRequest request)
    {
        if (Id(request, fromEnd: 2) is not { } warehouseId || warehouses.FindContacts(warehouseId) is not { } contacts)
            return IncorrectParameter;
        return Answer.Json(200, new JsonObject
        {
            ["contacts"] = new JsonArray([.. contacts.Select(contact => new JsonObject { ["comment"] = contact.Comment, ["phone"] = contact.Phone })]),
        });
    }

    private Answer SetContacts(HandlerRequest request)
    {
        if (request.ReadJsonObject()?["contacts"] is not JsonArray rows)
            return IncorrectBody;
        if (rows.Count > MaxContacts)
            return Error(400, "UploadDataLimit", "Upload limit exceeded.");
        var contacts = new List<Contact>();
        foreach (JsonNode? row in rows)
        {
            if (row is not JsonObject contact || Text(contact["phone"]) is not { } phone || !Array.Exists(CountryCodes, code => phone.StartsWith(code, StringComparison.Ordinal)))
                return IncorrectRequest;
            string comment = Text(contact["comment"]) ?? "";
            if (comment.EnumerateRunes().Count() > MaxComment)
                return IncorrectRequest;
            contacts.Add(new Contact(comment, phone));
        }

        return Id(request, fromEnd: 2) is { } warehouseId && warehouses.ReplaceContacts(warehouseId, contacts) ? Answer.Empty(204) : IncorrectParameter;
    }

    private static (string Name, long OfficeId)? Read(HandlerRequest request, out Answer? refusal)
    {
        refusal = null;
        if (request.ReadJsonObject() is not { } body || Whole(body["officeId"]) is not (>= 1 and var officeId))
            refusal = IncorrectBody;
        else if (Text(body["name"]) is not { Length: > 0 } name || name.EnumerateRunes().Count() > MaxName)
            refusal = Error(400, "WarehouseNameInvalid", "Некорректное имя склада");
        else
            return (name, officeId);
        return null;
    }

    // WB's documents name no code for a 409.
    private static Answer Refused(int status) => status == 404 ? NotFound : Error(409, "Conflict", "The warehouse cannot be bound to this office now");
}
