namespace Wildberries.Sdk.PromoCodes;

/// <summary>From where and by whom products get to the buyer: WB's commission depends on it.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/fees"/>.</remarks>
public enum SalesModel
{
    /// <summary>From WB's warehouse (FBW).</summary>
    Warehouse,

    /// <summary>From the seller's warehouse, delivered by WB (FBS).</summary>
    Marketplace,

    /// <summary>Delivered by the seller (DBS) or by WB's courier (DBW).</summary>
    Supplier,

    /// <summary>Express delivery by the seller (EDBS).</summary>
    SupplierExpress,

    /// <summary>Collected in the seller's shop (C&amp;C).</summary>
    Pickup,

    /// <summary>Booked.</summary>
    Booking,
}
