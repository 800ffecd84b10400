namespace Wildberries.Sdk;

/// <summary>What may be downloaded of buyers' pictures and videos.</summary>
public sealed record MediaDownloadOptions
{
    /// <summary>How many bytes a file may have at most, at least 1. Of a larger one no more is written than this.</summary>
    /// <value>The default is 100 MiB.</value>
    public long MaxBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>
    /// Domains that are WB's beside those that the SDK knows (<c>wbbasket.ru</c>, <c>wbstatic.net</c>, <c>wb.ru</c>, <c>wildberries.ru</c>, <c>geobasket.ru</c>, <c>wbcontent.net</c>), such as
    /// <c>wbnew.example</c>: they and all hosts below them may be asked, over https. For the day on which WB moves its storage.
    /// </summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> MoreDomains { get => field ?? []; init; } = [];
}
