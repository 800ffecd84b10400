namespace Wildberries.Sdk.PromoCodes;

/// <summary>Of what a seller's tax is taken.</summary>
public enum TaxBase
{
    /// <summary>Of the seller's price.</summary>
    Revenue,

    /// <summary>Of what is left of it after all other costs; none is due on a loss.</summary>
    Profit,
}
