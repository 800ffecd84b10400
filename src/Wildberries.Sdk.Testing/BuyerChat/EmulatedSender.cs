namespace Wildberries.Sdk.Testing;

/// <summary>Who wrote a message in an emulated chat.</summary>
public enum EmulatedSender
{
    /// <summary>The buyer.</summary>
    Buyer = 0,

    /// <summary>The seller.</summary>
    Seller = 1,

    /// <summary>Wildberries itself.</summary>
    Wildberries = 2,
}
