using System.Globalization;

namespace Wildberries.Sdk.Orders;

/// <summary>The label identifiers of one kind that an order is to have, in the place of those that it has.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record OrderMarkingCodes
{
    /// <summary>The order's id.</summary>
    public required long OrderId { get; init; }

    /// <summary>What they are.</summary>
    public required MarkingCodeKind Kind { get; init; }

    /// <summary>The codes: one, or of Chestny ZNAK codes one for each unit.</summary>
    public required IReadOnlyList<string> Codes { get => field ?? []; init; }

    /// <summary>Of a customs declaration, the country of origin by its number. DBS and pickup need it; FBS does not take it, there it is left out.</summary>
    public string? OriginCountryCode { get; init; }

    /// <summary>Chestny ZNAK codes, one for each unit.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="codes">The codes with their group separators: up to 100 at FBS, up to 24 elsewhere.</param>
    /// <returns>The codes of the order.</returns>
    public static OrderMarkingCodes Sgtins(long orderId, params IEnumerable<string> codes) =>
        new() { OrderId = orderId, Kind = MarkingCodeKind.Sgtin, Codes = [.. codes] };

    /// <summary>The unique number of a piece of jewellery.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="uin">The number, 16 digits.</param>
    /// <returns>The code of the order.</returns>
    public static OrderMarkingCodes Uin(long orderId, string uin) => new() { OrderId = orderId, Kind = MarkingCodeKind.Uin, Codes = [uin] };

    /// <summary>The number of a device.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="imei">The number, 15 digits; of a device with two, the first.</param>
    /// <returns>The code of the order.</returns>
    public static OrderMarkingCodes Imei(long orderId, string imei) => new() { OrderId = orderId, Kind = MarkingCodeKind.Imei, Codes = [imei] };

    /// <summary>The number of a product that is sold in Belarus.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="gtin">The number, 13 digits.</param>
    /// <returns>The code of the order.</returns>
    public static OrderMarkingCodes Gtin(long orderId, string gtin) => new() { OrderId = orderId, Kind = MarkingCodeKind.Gtin, Codes = [gtin] };

    /// <summary>The number of a customs declaration.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="number">The number, 17 to 29 characters, for example <c>10704010/010624/0000302</c>.</param>
    /// <param name="originCountryCode">
    /// The country of origin by its number, for example <c>156</c>. DBS and pickup need it; FBS does not take it, there it is left out.
    /// </param>
    /// <returns>The code of the order.</returns>
    public static OrderMarkingCodes CustomsDeclaration(long orderId, string number, string? originCountryCode = null) =>
        new() { OrderId = orderId, Kind = MarkingCodeKind.CustomsDeclaration, Codes = [number], OriginCountryCode = originCountryCode };

    /// <summary>The day until which a product may be used. Of FBS orders only; it can be changed, and never taken away again.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="day">The day, at least 30 days ahead.</param>
    /// <returns>The code of the order.</returns>
    public static OrderMarkingCodes Expiration(long orderId, DateOnly day) => new()
    {
        OrderId = orderId,
        Kind = MarkingCodeKind.Expiration,
        Codes = [day.ToString(MarkingCodeRules.ExpirationFormat, CultureInfo.InvariantCulture)],
    };

    /// <summary>The order, the kind and how many codes there are, without the codes.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"OrderMarkingCodes {{ OrderId = {OrderId}, Kind = {Kind}, Codes = {Codes.Count} }}");
}
