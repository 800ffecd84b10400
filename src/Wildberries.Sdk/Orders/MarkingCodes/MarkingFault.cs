namespace Wildberries.Sdk.Orders;

/// <summary>What can be wrong with a label identifier, told before WB is asked.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public enum MarkingFault
{
    /// <summary>It is too short or too long, or there are too many or none.</summary>
    Length = 0,

    /// <summary>It has letters that are not Latin: mostly it was scanned while a Russian keyboard layout was on.</summary>
    NonLatinSymbols = 1,

    /// <summary>It has characters that it cannot have: spaces, control characters, signs that no such code has.</summary>
    InvalidSymbols = 2,

    /// <summary>A Chestny ZNAK code without group separators (U+001D) where they belong: most scanners and spreadsheets drop them.</summary>
    NoGroupSeparator = 3,

    /// <summary>It is not built as such a code is.</summary>
    InvalidPattern = 4,

    /// <summary>Its last digit does not follow from the others: mostly it was typed or read wrongly.</summary>
    CheckDigit = 5,

    /// <summary>The day of expiry is too near.</summary>
    TooEarly = 6,

    /// <summary>The same code is given twice.</summary>
    Duplicate = 7,
}
