namespace Wildberries.Sdk.Warehouses;

/// <summary>A row that WB named when it refused stocks.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management"/>.</remarks>
public sealed record RefusedStock
{
    /// <summary>The size's number; <see langword="null"/> where WB names the row by its barcode only.</summary>
    public long? ChrtId { get; init; }

    /// <summary>The barcode; <see langword="null"/> where WB names none.</summary>
    public string? Barcode { get; init; }

    /// <summary>WB's code of the reason, for example <c>CargoWarehouseRestrictionKGTPlus</c>.</summary>
    public string? Code { get; init; }

    /// <summary>WB's words for the reason.</summary>
    public string? Message { get; init; }
}
