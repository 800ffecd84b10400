using System.Text.Json.Nodes;

namespace Wildberries.Sdk.Contract.Documents;

/// <summary>One kind of body that an operation answers with.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The content type, or null if WB names no body.</param>
/// <param name="Shape">The body's schema, or null if WB names none.</param>
/// <param name="Examples">The published examples by name.</param>
internal sealed record WbAnswer(string Status, string? ContentType, WbShape? Shape, IReadOnlyDictionary<string, JsonNode?> Examples)
{
    public bool IsSuccess => Status.StartsWith('2');

    public bool IsJson => ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
}
