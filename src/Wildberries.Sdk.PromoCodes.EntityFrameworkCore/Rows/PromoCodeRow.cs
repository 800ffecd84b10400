namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Rows;

/// <summary>A promo code.</summary>
internal sealed class PromoCodeRow
{
    public required Guid Id { get; init; }

    public required string SellerId { get; init; }

    public required string Code { get; set; }

    public required decimal Percent { get; set; }

    public required DateOnly StartsOn { get; set; }

    /// <summary>The last day on which the code works.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <summary><see langword="null"/>: the whole assortment.</summary>
    public List<long>? NmIds { get; set; }

    public required PromoCodePurposes Purposes { get; set; }

    public string? Description { get; set; }

    public string? WildberriesId { get; set; }

    public required bool IsStopped { get; set; }

    public static PromoCodeRow From(PromoCode code)
    {
        var row = new PromoCodeRow
        {
            Id = code.Id,
            SellerId = code.SellerId,
            Code = code.Code,
            Percent = code.Percent,
            StartsOn = code.Start,
            EndsOn = code.LastDay,
            Purposes = code.Purposes,
            IsStopped = code.IsStopped,
        };
        row.Take(code);
        return row;
    }

    public void Take(PromoCode code)
    {
        Code = code.Code;
        Percent = code.Percent;
        StartsOn = code.Start;
        EndsOn = code.LastDay;
        NmIds = code.NmIds is null ? null : [.. code.NmIds];
        Purposes = code.Purposes;
        Description = code.Description;
        WildberriesId = code.WildberriesId;
        IsStopped = code.IsStopped;
    }

    public PromoCode ToPromoCode() => new()
    {
        Id = Id,
        SellerId = SellerId,
        Code = Code,
        Percent = Percent,
        Start = StartsOn,
        Days = EndsOn.DayNumber - StartsOn.DayNumber + 1,
        NmIds = NmIds,
        Purposes = Purposes,
        Description = Description,
        WildberriesId = WildberriesId,
        IsStopped = IsStopped,
    };
}
