namespace Wildberries.Sdk.Testing;

/// <summary>What the seller can decide about claims, and what comes of it.</summary>
internal static class ClaimRules
{
    public const string RejectCustom = "rejectcustom";
    public const string ApproveShopReturn = "approvecc1";

    private const int MinComment = 10;
    private const int MaxComment = 1_000;
    private const string ConfirmShopReturn = "confirmreturngoodcc1";

    private static readonly string[] Approvals = ["approve1", "approve2", "autorefund1"];
    private static readonly string[] PickupApprovals = ["autorefund1", ApproveShopReturn];
    private static readonly string[] Rejections = ["reject1", "reject2", "reject3", RejectCustom];

    /// <summary>What can be decided about a new claim.</summary>
    public static IReadOnlyList<string> ActionsOf(bool isPickup) => [.. isPickup ? PickupApprovals : Approvals, .. Rejections];

    /// <summary>Whether the comment is one that WB takes with an action.</summary>
    public static bool IsComment(string action, string? comment) => comment is null
        ? action != RejectCustom
        : action is RejectCustom or ApproveShopReturn && comment.EnumerateRunes().Count() is >= MinComment and <= MaxComment;

    /// <summary>The claim after a decision; <see langword="null"/>: that is none.</summary>
    public static EmulatedClaim? Decide(EmulatedClaim claim, string action, string? comment) => action switch
    {
        "approve1" => Close(claim, 8, "Продавец одобрил вашу заявку. Для возврата средств необходимо вернуть товар: его проверят на складе."),
        "approve2" => Close(claim, 10, "Продавец одобрил вашу заявку. Для возврата средств необходимо вернуть товар продавцу."),
        "autorefund1" => Close(claim, 5, "Продавец одобрил вашу заявку. Деньги вернутся, товар остаётся у вас."),
        ConfirmShopReturn => Close(claim, 10, claim.Answer ?? ""),
        ApproveShopReturn => claim with
        {
            Status = 2,
            ProductStatus = 10,
            Actions = [ConfirmShopReturn, RejectCustom],
            Answer = comment ?? "Продавец одобрил вашу заявку. Верните товар в магазин продавца.",
        },
        "reject1" => Reject(claim, "Пришлось отклонить заявку — подтвердить производственный брак не получилось."),
        "reject2" => Reject(claim, "Пришлось отклонить заявку — нужно чуть больше информации."),
        "reject3" => Reject(claim, "Пришлось отклонить заявку — отнесите товар в сервисный центр."),
        RejectCustom => Reject(claim, comment!),
        _ => null,
    };

    private static EmulatedClaim Close(EmulatedClaim claim, int productStatus, string answer) =>
        claim with { Status = 2, ProductStatus = productStatus, Actions = [], Answer = answer, IsArchived = true };

    // It can be decided again, but not rejected once more.
    private static EmulatedClaim Reject(EmulatedClaim claim, string answer) => claim with
    {
        Status = 1,
        ProductStatus = 1,
        Actions = claim.IsPickup ? PickupApprovals : Approvals,
        Answer = answer,
        IsArchived = true,
    };
}
