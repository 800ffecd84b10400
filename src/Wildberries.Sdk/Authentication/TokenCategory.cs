namespace Wildberries.Sdk.Authentication;

/// <summary>
/// The API categories that a seller ticks when creating a token. The values are the bits of the token's <c>s</c> field;
/// bits that this version does not know are kept.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/authorization"/>.</remarks>
[Flags]
public enum TokenCategory : ulong
{
    /// <summary>No category. On an operation: a token of any category may call it.</summary>
    None = 0,

    /// <summary>Content: product cards, media, tags.</summary>
    Content = 1UL << 1,

    /// <summary>Analytics: funnels, search queries, stock and seller reports.</summary>
    Analytics = 1UL << 2,

    /// <summary>Prices and discounts, and the promotions calendar.</summary>
    Prices = 1UL << 3,

    /// <summary>Marketplace: orders, stocks and warehouses of the seller.</summary>
    Marketplace = 1UL << 4,

    /// <summary>Statistics: main reports.</summary>
    Statistics = 1UL << 5,

    /// <summary>Promotion: advertising campaigns and media.</summary>
    Promotion = 1UL << 6,

    /// <summary>Feedbacks and questions.</summary>
    Feedbacks = 1UL << 7,

    /// <summary>Chat with buyers.</summary>
    BuyersChat = 1UL << 9,

    /// <summary>FBW supplies.</summary>
    Supplies = 1UL << 10,

    /// <summary>Returns by buyers.</summary>
    BuyersReturns = 1UL << 11,

    /// <summary>Documents.</summary>
    Documents = 1UL << 12,

    /// <summary>Finance: balance and financial reports.</summary>
    Finance = 1UL << 13,

    /// <summary>Management of the seller's users.</summary>
    Users = 1UL << 16,
}
