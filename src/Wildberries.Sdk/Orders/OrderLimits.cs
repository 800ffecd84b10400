namespace Wildberries.Sdk.Orders;

/// <summary>How much WB takes at once of orders of any kind.</summary>
internal static class OrderLimits
{
    public const int MaxOrders = 1000;

    public const int MaxStickers = 100;

    public const int MaxDays = 30;

    public const int MaxSgtins = 24;
}
