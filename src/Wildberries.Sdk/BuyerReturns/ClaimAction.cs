using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>What the seller can do about a claim. Each claim names the actions that it allows at the moment: <see cref="Claim.Actions"/>.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<ClaimAction>))]
public readonly record struct ClaimAction : IExtensibleEnum<ClaimAction, string>
{
    private ClaimAction(string value) => Value = value;

    /// <summary>
    /// Approves it, and has the product examined. The buyer gets the money once the product is back. Where WB finds the defect or the wrong product, it goes to
    /// the seller, else on sale again. Not for in-store pickup.
    /// </summary>
    public static ClaimAction ApproveAfterInspection { get; } = new("approve1");

    /// <summary>
    /// Approves it, and takes the product back. The buyer gets the money once the product is back, which goes to the seller. Not for in-store pickup.
    /// </summary>
    public static ClaimAction ApproveAndTakeBack { get; } = new("approve2");

    /// <summary>Approves it without a return: the buyer gets the money and keeps the product.</summary>
    public static ClaimAction RefundWithoutReturn { get; } = new("autorefund1");

    /// <summary>Rejects it with WB's ready-made answer that no defect was found.</summary>
    public static ClaimAction RejectAsNoDefect { get; } = new("reject1");

    /// <summary>Rejects it with WB's ready-made answer that asks for a new claim with better photos or a video.</summary>
    public static ClaimAction RejectAskingForPhotos { get; } = new("reject2");

    /// <summary>Rejects it with WB's ready-made answer that sends the buyer to a service centre first.</summary>
    public static ClaimAction RejectToServiceCenter { get; } = new("reject3");

    /// <summary>Rejects it with an answer of the seller's own: <see cref="UpdateClaimRequest.Comment"/>, which it cannot do without.</summary>
    public static ClaimAction RejectWithComment { get; } = new("rejectcustom");

    /// <summary>
    /// Approves it, and has the buyer bring the product to the seller's shop. For in-store pickup only. A <see cref="UpdateClaimRequest.Comment"/> may tell the
    /// buyer where and when. Once the product is there, <see cref="ConfirmShopReturn"/> or <see cref="RejectWithComment"/> ends it.
    /// </summary>
    public static ClaimAction ApproveShopReturn { get; } = new("approvecc1");

    /// <summary>Confirms that the buyer has brought the product to the seller's shop. For in-store pickup only.</summary>
    public static ClaimAction ConfirmShopReturn { get; } = new("confirmreturngoodcc1");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static ClaimAction From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
