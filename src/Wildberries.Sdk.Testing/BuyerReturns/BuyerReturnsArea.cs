using System.Globalization;
using System.Text.Json.Nodes;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Testing.Gateway;
using static Wildberries.Sdk.Testing.FeedbackAnswers;

namespace Wildberries.Sdk.Testing;

/// <summary>The operations of returns-api.</summary>
internal sealed class BuyerReturnsArea(EmulatedClaims claims) : EmulatedArea(typeof(IBuyerReturnsApi), BuyerReturnsJsonContext.Default)
{
    private const int MaxLimit = 200;
    private const int DefaultLimit = 50;

    public override IEnumerable<Handler> Handlers =>
    [
        Handler.For("GET returns-api/api/v1/claims", GetPage),
        Handler.For("PATCH returns-api/api/v1/claim", Decide),
    ];

    public override void Seed(DateTimeOffset now) => BuyerReturnsSeed.Fill(claims, now);

    private Answer GetPage(HandlerRequest request)
    {
        if (!TryRead(request, "is_archive", out bool? isArchive))
            return BadQuery("is_archive: provided string was not `true` or `false`");
        if (isArchive is null)
            return BadQuery("missing field `is_archive`");
        if (!TryRead(request, "limit", out long? limit) || limit is < 1 or > MaxLimit)
            return BadQuery($"limit: expected a number from 1 to {MaxLimit}");
        if (!TryRead(request, "offset", out long? offset) || offset is < 0 or > int.MaxValue)
            return BadQuery("offset: invalid digit found in string");
        if (!TryRead(request, "nm_id", out long? nmId))
            return BadQuery("nm_id: invalid digit found in string");
        string id = request.Query("id") ?? "";
        EmulatedClaim[] found =
        [
            .. claims.Shown().Where(claim =>
                claim.IsArchived == isArchive && (id.Length == 0 || claim.Id == id) && (nmId is null || claim.NmId == nmId)),
        ];
        IEnumerable<EmulatedClaim> page = found.Skip((int)(offset ?? 0)).Take((int)(limit ?? DefaultLimit));
        return Answer.Json(200, new JsonObject
        {
            ["claims"] = new JsonArray([.. page.Select(claim => Write(claim, $"//{request.Http.Host}/"))]),
            ["total"] = found.Length,
        });
    }

    private Answer Decide(HandlerRequest request)
    {
        if (request.ReadJsonObject() is not { } body)
            return Invalid("The input does not contain any JSON tokens.");
        if (Text(body["id"]) is not { Length: > 0 } id)
            return Invalid("Input model is not valid; Details: The Id field is required.");
        if (Text(body["action"]) is not { Length: > 0 } action)
            return Invalid("Input model is not valid; Details: The Action field is required.");
        return claims.Decide(id, action, Text(body["comment"])) is { } problem ? Invalid(problem) : Answer.Empty(200);
    }

    private static JsonObject Write(EmulatedClaim claim, string address) => new()
    {
        ["id"] = claim.Id,
        ["claim_type"] = claim.IsFromChat ? 3 : 1,
        ["status"] = claim.Status,
        ["status_ex"] = claim.ProductStatus,
        ["nm_id"] = claim.NmId,
        ["user_comment"] = claim.Text,
        ["wb_comment"] = claim.Answer,
        ["dt"] = Time(claim.CreatedAt),
        ["imt_name"] = claim.ProductName,
        ["order_dt"] = Time(claim.CreatedAt.AddDays(-9)),
        ["dt_update"] = Time(claim.DecidedAt ?? claim.CreatedAt),
        ["photos"] = new JsonArray([.. claim.PhotoAddresses.Select(photo => (JsonNode)(address + photo))]),
        ["video_paths"] = claim.VideoAddress is { } video ? new JsonArray((JsonNode)(address + video)) : new JsonArray(),
        ["actions"] = new JsonArray([.. claim.Actions!.Select(action => (JsonNode)action)]),
        ["price"] = claim.Price,
        ["currency_code"] = "643",
        ["srid"] = claim.Srid,
        ["origin_id_info"] = claim.ImeiCheck,
        ["delivery_dt"] = Time(claim.CreatedAt.AddDays(-2)),
    };

    // Moscow time that does not say so.
    private static string Time(DateTimeOffset time) =>
        time.ToOffset(WireTime.MoscowOffset).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static Answer BadQuery(string detail) => Refuse("Invalid query params", "Failed to deserialize query string: " + detail, Problem.ContentType);

    private static Answer Invalid(string detail) => Refuse("Validation error", detail, "application/json; charset=utf-8");

    private static Answer Refuse(string title, string detail, string contentType) => Answer.Json(
        400, new JsonObject { ["title"] = title, ["detail"] = detail, ["requestId"] = Guid.NewGuid().ToString() }, contentType);
}
