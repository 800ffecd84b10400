using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>
/// What a read that no handler serves is answered with: the answer's model with a value in each member. A list has one element, and none
/// where the request goes on from a place in the list, so that reading page after page ends.
/// </summary>
internal sealed class DefaultAnswers(IReadOnlyList<EmulatedArea> areas, TimeProvider time)
{
    // Members of a query or a body by which WB's lists go on; in a member that is an object, anything but a size. Where the place is a key that
    // comes again (fromID of the news), the reader ends on a page without anything new.
    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase) { "offset", "skip", "next", "cursor", "rrdId" };
    private static readonly HashSet<string> Sizes = new(StringComparer.OrdinalIgnoreCase) { "limit", "total" };

    /// <summary>The answer; <see langword="null"/> if the operation writes, or its model is not known.</summary>
    public Answer? For(WildberriesOperation operation, HandlerRequest request) =>
        operation.Access == OperationAccess.Read && Find(operation) is ({ } area, { } type) ? Write(area, type, GoesOn(request)) : null;

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Operations are made from an interface whose methods are kept.")]
    private (EmulatedArea Area, Type ReturnType)? Find(WildberriesOperation operation)
    {
        if (areas.FirstOrDefault(a => a.Api == operation.ApiType) is { } area)
            return area.Api.GetMethod(operation.MethodName) is { } method ? (area, method.ReturnType) : null;

        // A row of the user's own for an operation of the SDK: it stands at the same address.
        WildberriesOperation? known = WildberriesOperations.All.FirstOrDefault(o =>
            o.Host == operation.Host && o.HttpMethod == operation.HttpMethod && OperationTable.PathOf(o) == OperationTable.PathOf(operation));
        return known is null || known.ApiType == operation.ApiType ? null : Find(known);
    }

    private Answer Write(EmulatedArea area, Type returnType, bool goesOn)
    {
        if (!returnType.IsGenericType)
            return Answer.Empty(200);
        Type type = returnType.GetGenericArguments()[0];
        if (type == typeof(HttpResponseMessage) || type == typeof(Stream) || type == typeof(HttpContent))
            return new Answer { Status = 200, ContentType = "application/octet-stream", Body = "text"u8.ToArray() };

        var sample = new ModelSample(area.Models, time.GetUtcNow(), goesOn);
        byte[] body = sample.Write(type);
        if (returnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            body = goesOn ? "[]"u8.ToArray() : [(byte)'[', .. body, (byte)']'];
        return new Answer { Status = 200, ContentType = "application/json", Body = body };
    }

    private static bool GoesOn(HandlerRequest request)
    {
        if (request.Http.Query.Any(q => Places.Contains(q.Key) && q.Value.ToString() is not ("" or "0")))
            return true;
        try
        {
            return request.Body.Length > 0 && GoesOn(JsonNode.Parse(request.Body), isPlace: false);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool GoesOn(JsonNode? node, bool isPlace) => node switch
    {
        JsonObject members => members.Any(m => GoesOn(m.Value, (isPlace || Places.Contains(m.Key)) && !Sizes.Contains(m.Key))),
        JsonArray items => items.Any(i => GoesOn(i, isPlace: false)),
        JsonValue value => isPlace && value.ToString() is not ("" or "0" or "false"),
        _ => false,
    };
}
