namespace Wildberries.Sdk.Orders;

/// <summary>The size of a sticker, in millimetres.</summary>
public enum StickerSize
{
    /// <summary>58 wide and 40 high: 580x400 pixels.</summary>
    Width58Height40,

    /// <summary>40 wide and 30 high: 400x300 pixels.</summary>
    Width40Height30,
}
