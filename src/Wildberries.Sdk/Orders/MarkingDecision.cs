using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Orders;

/// <summary>What WB found when it checked a label identifier.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<MarkingDecision>))]
public readonly record struct MarkingDecision : IExtensibleEnum<MarkingDecision, string>
{
    private MarkingDecision(string value) => Value = value;

    /// <summary>Still being checked.</summary>
    public static MarkingDecision Pending { get; } = new("pending");

    /// <summary>Required, and there is none.</summary>
    public static MarkingDecision Required { get; } = new("required");

    /// <summary>Not required, and there is none.</summary>
    public static MarkingDecision Optional { get; } = new("optional");

    /// <summary>There is one, and nothing to check.</summary>
    public static MarkingDecision Filled { get; } = new("filled");

    /// <summary>The check takes too long: the order may go, the check goes on.</summary>
    public static MarkingDecision DeadlineExceeded { get; } = new("deadlineExceeded");

    /// <summary>IMEI: may be sold.</summary>
    public static MarkingDecision ImeiMaySell { get; } = new("imeiMaySell");

    /// <summary>IMEI: was sold to a business and may be sold again.</summary>
    public static MarkingDecision ImeiSoldB2B { get; } = new("imeiSoldB2B");

    /// <summary>IMEI: malformed.</summary>
    public static MarkingDecision ImeiInvalidFormat { get; } = new("imeiInvalidFormat");

    /// <summary>IMEI: sold already.</summary>
    public static MarkingDecision ImeiAlreadySold { get; } = new("imeiAlreadySold");

    /// <summary>UIN: may be sold.</summary>
    public static MarkingDecision UinMaySell { get; } = new("uinMaySell");

    /// <summary>UIN: the batch has a wrong status.</summary>
    public static MarkingDecision UinBadStatus { get; } = new("uinBadStatus");

    /// <summary>UIN: the batch is at a wrong stage.</summary>
    public static MarkingDecision UinBadProcess { get; } = new("uinBadProcess");

    /// <summary>UIN: the batch has a wrong status and is at a wrong stage.</summary>
    public static MarkingDecision UinBadStatusAndBadProcess { get; } = new("uinBadStatusAndBadProcess");

    /// <summary>UIN: malformed.</summary>
    public static MarkingDecision UinInvalidFormat { get; } = new("uinInvalidFormat");

    /// <summary>UIN: unknown to the state's system.</summary>
    public static MarkingDecision UinNotFound { get; } = new("uinNotFound");

    /// <summary>Chestny ZNAK: may be sold.</summary>
    public static MarkingDecision SgtinIntroduced { get; } = new("sgtinIntroduced");

    /// <summary>Chestny ZNAK: was sold to a business and may be sold again.</summary>
    public static MarkingDecision SgtinSoldB2B { get; } = new("sgtinSoldB2B");

    /// <summary>Chestny ZNAK: malformed.</summary>
    public static MarkingDecision SgtinInvalidFormat { get; } = new("sgtinInvalidFormat");

    /// <summary>Chestny ZNAK: the group separators are missing.</summary>
    public static MarkingDecision SgtinNoGS { get; } = new("sgtinNoGS");

    /// <summary>Chestny ZNAK: has characters that a code cannot have.</summary>
    public static MarkingDecision SgtinHasInvalidSymbols { get; } = new("sgtinHasInvalidSymbols");

    /// <summary>Chestny ZNAK: has letters that are not Latin: scanned with a Russian keyboard layout.</summary>
    public static MarkingDecision SgtinHasNonLatinSymbols { get; } = new("sgtinHasNonLatinSymbols");

    /// <summary>Chestny ZNAK: not built as a code is.</summary>
    public static MarkingDecision SgtinInvalidPattern { get; } = new("sgtinInvalidPattern");

    /// <summary>Chestny ZNAK: unknown there.</summary>
    public static MarkingDecision SgtinNotFound { get; } = new("sgtinNotFound");

    /// <summary>Chestny ZNAK: issued, and not yet on a product.</summary>
    public static MarkingDecision SgtinEmitted { get; } = new("sgtinEmitted");

    /// <summary>Chestny ZNAK: not yet introduced into circulation.</summary>
    public static MarkingDecision SgtinApplied { get; } = new("sgtinApplied");

    /// <summary>Chestny ZNAK: written off.</summary>
    public static MarkingDecision SgtinWrittenOff { get; } = new("sgtinWrittenOff");

    /// <summary>Chestny ZNAK: out of circulation.</summary>
    public static MarkingDecision SgtinRetired { get; } = new("sgtinRetired");

    /// <summary>Chestny ZNAK: withdrawn from circulation.</summary>
    public static MarkingDecision SgtinWithdrawn { get; } = new("sgtinWithdrawn");

    /// <summary>Chestny ZNAK: its package is taken apart.</summary>
    public static MarkingDecision SgtinDisaggregation { get; } = new("sgtinDisaggregation");

    /// <summary>Chestny ZNAK: its package was taken apart.</summary>
    public static MarkingDecision SgtinDisaggregated { get; } = new("sgtinDisaggregated");

    /// <summary>Chestny ZNAK: applied, and not paid for.</summary>
    public static MarkingDecision SgtinAppliedNotPaid { get; } = new("sgtinAppliedNotPaid");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static MarkingDecision From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
