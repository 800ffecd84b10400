using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Wildberries.Sdk.Tests.Answers;

/// <summary>Where a value stands in an answer: a member, an element of a list, a value of a map, or the answer itself.</summary>
/// <param name="Steps">The names and numbers that lead there.</param>
/// <param name="Type">What C# makes of it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Member">The member, if it is one.</param>
/// <param name="Property">The public property of the member; a second name of another member has none.</param>
internal sealed record Place(IReadOnlyList<object> Steps, Type Type, ValueKind Kind, JsonPropertyInfo? Member = null, PropertyInfo? Property = null)
{
    public bool IsSecondName => Member is not null && Property is null;

    public string Path => Steps.Count == 0 ? "(root)" : string.Join('.', Steps);

    public JsonNode? In(JsonNode? root) => Steps.Aggregate(root, (node, step) => step is string name ? node![name] : node![(int)step]);

    /// <summary>A copy with another value here.</summary>
    public JsonNode? Set(JsonNode? root, JsonNode? value)
    {
        JsonNode? copy = root?.DeepClone();
        if (Steps.Count == 0)
            return value?.DeepClone();
        JsonNode parent = (this with { Steps = [.. Steps.SkipLast(1)] }).In(copy)!;
        if (Steps[^1] is string name)
            parent[name] = value?.DeepClone();
        else
            parent[(int)Steps[^1]] = value?.DeepClone();
        return copy;
    }

    /// <summary>A copy without this.</summary>
    public JsonNode? Remove(JsonNode? root)
    {
        JsonNode? copy = root?.DeepClone();
        JsonNode parent = (this with { Steps = [.. Steps.SkipLast(1)] }).In(copy)!;
        if (Steps[^1] is string name)
            parent.AsObject().Remove(name);
        else
            parent.AsArray().RemoveAt((int)Steps[^1]);
        return copy;
    }
}
