using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Testing;

/// <summary>An order of the emulated seller, as it is at one moment.</summary>
public sealed record EmulatedOrder
{
    /// <summary>Its number (WB: assembly order).</summary>
    public required long Id { get; init; }

    /// <summary>What was bought.</summary>
    public required EmulatedPurchase Purchase { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The number of the sale (<c>rid</c>; in reports <c>srid</c>).</summary>
    public required string Rid { get; init; }

    /// <summary>How far the seller is with it.</summary>
    public required SupplierStatus SupplierStatus { get; init; }

    /// <summary>Where it stands at WB.</summary>
    public required WbStatus WbStatus { get; init; }

    /// <summary>The supply that it is in, if it is in one.</summary>
    public required string? SupplyId { get; init; }

    /// <summary>The code that its buyer shows when it is handed out: six digits.</summary>
    public required string ReceiptCode { get; init; }

    /// <summary>Whether WB wants it to be shipped once more.</summary>
    public required bool NeedsReshipment { get; init; }

    /// <summary>The label identifiers that it has.</summary>
    public required IReadOnlyDictionary<MarkingCodeKind, IReadOnlyList<string>> MarkingCodes { get; init; }
}
