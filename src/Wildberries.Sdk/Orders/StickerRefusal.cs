using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Orders;

/// <summary>A sticker that WB refuses to give: with it in a request, WB refuses all of that request.</summary>
/// <typeparam name="TId">What it is known by: <see langword="long"/> for an order, <see langword="string"/> for a box.</typeparam>
public sealed record StickerRefusal<TId>
    where TId : notnull
{
    /// <summary>What the sticker is for.</summary>
    public required TId Id { get; init; }

    /// <summary>WB's refusal of a request that it was in: <see cref="WildberriesApiException.Code"/> is the reason.</summary>
    public required WildberriesApiException Exception { get; init; }

    /// <summary>
    /// Whether WB has refused it together with others only: each refusal costs ten requests, and after many of them it was not looked for any more whose fault it is. It
    /// may have a sticker; ask for it once more, with fewer.
    /// </summary>
    public bool IsSuspected { get; init; }

    /// <summary>What it is for, and WB's code.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"StickerRefusal {{ Id = {Id}, Code = {Exception.Code} }}";
}
