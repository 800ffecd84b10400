namespace Wildberries.Sdk.Documents;

/// <summary>How much WB takes and gives at once.</summary>
internal static class DocumentLimits
{
    public const int MaxPage = 50;
    public const int MaxFiles = 50;
}
