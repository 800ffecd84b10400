using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.MarketplaceAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of marketplace-api on passes.</summary>
internal sealed class PassHandlers(EmulatedPasses passes)
{
    public IEnumerable<Handler> All =>
    [
        Handler.For("GET marketplace-api/api/v3/passes/offices", _ => GetOffices()),
        Handler.For("GET marketplace-api/api/v3/passes", _ => GetPasses()),
        Handler.For("POST marketplace-api/api/v3/passes", Create),
        Handler.For("PUT marketplace-api/api/v3/passes/{passId}", Update),
        Handler.For("DELETE marketplace-api/api/v3/passes/{passId}", request => PathId(request) is { } id && passes.Delete(id) ? NoContent : NotFound()),
    ];

    private Answer GetOffices() => Answer.Json(
        200, new JsonArray([.. passes.Offices.Select(office => (JsonNode)new JsonObject { ["id"] = office.Id, ["name"] = office.Name, ["address"] = office.Address })]));

    private Answer GetPasses() => Answer.Json(200, new JsonArray(
    [
        .. passes.All.Select(pass => (JsonNode)new JsonObject
        {
            ["id"] = pass.Id,
            ["firstName"] = pass.FirstName,
            ["lastName"] = pass.LastName,
            ["carModel"] = pass.CarModel,
            ["carNumber"] = pass.CarNumber,
            ["officeId"] = pass.OfficeId,
            ["officeName"] = passes.OfficeOf(pass).Name,
            ["officeAddress"] = passes.OfficeOf(pass).Address,
            ["dateEnd"] = pass.EndsAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss+00:00", CultureInfo.InvariantCulture),
        }),
    ]));

    private Answer Create(HandlerRequest request)
    {
        if (Read(request, 0) is not { } pass)
            return IncorrectRequestBody();
        return passes.Create(pass) is { } made ? Answer.Json(201, new JsonObject { ["id"] = made.Id }) : NotFound();
    }

    private Answer Update(HandlerRequest request)
    {
        if (PathId(request) is not { } id)
            return NotFound();
        return Read(request, id) is not { } pass ? IncorrectRequestBody() : passes.Update(pass) ? NoContent : NotFound();
    }

    private static EmulatedPass? Read(HandlerRequest request, long id)
    {
        JsonObject? body = request.ReadJsonObject();
        if (Text("firstName") is not { Length: > 0 } first || Text("lastName") is not { Length: > 0 } last || first.Length + last.Length is < 6 or > 100
            || Text("carModel") is not { Length: > 0 and <= 100 } model
            || Text("carNumber") is not { Length: >= 6 and <= 9 } plate || !plate.All(char.IsLetterOrDigit)
            || body?["officeId"] is not JsonValue office || !office.TryGetValue(out long officeId) || officeId < 1)
        {
            return null;
        }

        return new EmulatedPass { Id = id, FirstName = first, LastName = last, CarModel = model, CarNumber = plate, OfficeId = officeId, EndsAt = default };

        string? Text(string name) => body?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }
}
