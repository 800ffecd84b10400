namespace Wildberries.Sdk.Testing;

/// <summary>An HS code (<c>ТНВЭД</c>) or an OKPD2 code.</summary>
public sealed record EmulatedProductCode
{
    /// <summary>The code, for example <c>6911100000</c> or <c>14.39.10</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What it stands for, in Russian.</summary>
    public string Description { get; init; } = "";
}
