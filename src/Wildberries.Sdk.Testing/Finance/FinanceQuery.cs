using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The body of a request for reports or rows, with WB's defaults.</summary>
internal sealed record FinanceQuery(DateOnly From, DateOnly To, int Limit, int Offset, long RrdId, bool? Daily, HashSet<string>? Fields)
{
    public bool Covers(EmulatedFinancialReport report) =>
        report.DateFrom <= To && report.DateTo >= From && (Daily is null || Daily == report.IsDaily);

    public static FinanceQuery? Read(HandlerRequest request, int maxLimit, bool hasDays, bool hasPeriod, out Answer? refusal)
    {
        refusal = null;
        JsonObject? body = null;
        try
        {
            body = JsonNode.Parse(request.Body) as JsonObject;
            if (body is null)
                throw new FormatException("the body is not an object");
            DateOnly from = default, to = DateOnly.MaxValue;
            if (hasDays)
            {
                from = Day(body, "dateFrom");
                to = Day(body, "dateTo");
            }

            int limit = body["limit"]?.GetValue<int>() ?? maxLimit;
            if (limit < 1 || limit > maxLimit)
                throw new FormatException("invalid limit");
            bool? daily = (hasPeriod, body["period"]?.GetValue<string>()) switch
            {
                (false, _) => null,
                (true, null or "weekly") => false,
                (true, "daily") => true,
                _ => throw new FormatException("invalid period"),
            };
            HashSet<string>? fields = body["fields"] is JsonArray names
                ? [.. names.Select(name => name!.GetValue<string>())]
                : null;
            return new FinanceQuery(from, to, limit, body["offset"]?.GetValue<int>() ?? 0, body["rrdId"]?.GetValue<long>() ?? 0, daily, fields);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            refusal = Problem.Service(FinanceArea.Origin, $"decode error: {exception.Message}");
            return null;
        }
    }

    // A day, or a time of a day in Moscow.
    private static DateOnly Day(JsonObject body, string name) =>
        body[name]?.GetValue<string>() is not { } text
            ? throw new FormatException($"missing {name} params")
            : DateOnly.ParseExact(text.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
