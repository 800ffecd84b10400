namespace Wildberries.Sdk.Advert;

/// <summary>How much WB takes in one request.</summary>
internal static class AdvertLimits
{
    public const int MaxCampaigns = 50;
    public const int MaxProducts = 50;
    public const int MaxProductChanges = 20;
    public const int MaxMinimumBidProducts = 100;
    public const int MaxSearchClusterItems = 100;
    public const int MaxMinusPhrases = 1_000;
    public const int MaxName = 100;
    public const int MaxDays = 31;
}
