using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.Contract.Scaffold;

/// <summary>A first draft of an area, for a person to finish.</summary>
internal sealed class AreaDraft
{
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public static AreaDraft Of(WbDocuments documents, string area) => throw new NotSupportedException();
}
