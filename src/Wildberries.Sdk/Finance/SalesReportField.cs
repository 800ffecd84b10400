using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>
/// A member that rows of reports on sales can have, for requests that ask for some only: those of <see cref="SalesReportRow"/>, and
/// <see cref="From"/> for one that WB has added since.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.</remarks>
[JsonConverter(typeof(StringEnumConverter<SalesReportField>))]
public readonly record struct SalesReportField : IExtensibleEnum<SalesReportField, string>
{
    private SalesReportField(string value) => Value = value;

    /// <summary><see cref="SalesReportRow.ReportId"/>: <c>reportId</c>.</summary>
    public static SalesReportField ReportId { get; } = new("reportId");

    /// <summary><see cref="SalesReportRow.DateFrom"/>: <c>dateFrom</c>.</summary>
    public static SalesReportField DateFrom { get; } = new("dateFrom");

    /// <summary><see cref="SalesReportRow.DateTo"/>: <c>dateTo</c>.</summary>
    public static SalesReportField DateTo { get; } = new("dateTo");

    /// <summary><see cref="SalesReportRow.CreatedOn"/>: <c>createDate</c>.</summary>
    public static SalesReportField CreatedOn { get; } = new("createDate");

    /// <summary><see cref="SalesReportRow.Currency"/>: <c>currency</c>.</summary>
    public static SalesReportField Currency { get; } = new("currency");

    /// <summary><see cref="SalesReportRow.ReportType"/>: <c>reportType</c>.</summary>
    public static SalesReportField ReportType { get; } = new("reportType");

    /// <summary><see cref="SalesReportRow.RrdId"/>: <c>rrdId</c>.</summary>
    public static SalesReportField RrdId { get; } = new("rrdId");

    /// <summary><see cref="SalesReportRow.SupplyId"/>: <c>giId</c>.</summary>
    public static SalesReportField SupplyId { get; } = new("giId");

    /// <summary><see cref="SalesReportRow.DeliveryCoefficient"/>: <c>dlvPrc</c>.</summary>
    public static SalesReportField DeliveryCoefficient { get; } = new("dlvPrc");

    /// <summary><see cref="SalesReportRow.FixedTariffFrom"/>: <c>fixTariffDateFrom</c>.</summary>
    public static SalesReportField FixedTariffFrom { get; } = new("fixTariffDateFrom");

    /// <summary><see cref="SalesReportRow.FixedTariffTo"/>: <c>fixTariffDateTo</c>.</summary>
    public static SalesReportField FixedTariffTo { get; } = new("fixTariffDateTo");

    /// <summary><see cref="SalesReportRow.SubjectName"/>: <c>subjectName</c>.</summary>
    public static SalesReportField SubjectName { get; } = new("subjectName");

    /// <summary><see cref="SalesReportRow.NmId"/>: <c>nmId</c>.</summary>
    public static SalesReportField NmId { get; } = new("nmId");

    /// <summary><see cref="SalesReportRow.BrandName"/>: <c>brandName</c>.</summary>
    public static SalesReportField BrandName { get; } = new("brandName");

    /// <summary><see cref="SalesReportRow.VendorCode"/>: <c>vendorCode</c>.</summary>
    public static SalesReportField VendorCode { get; } = new("vendorCode");

    /// <summary><see cref="SalesReportRow.Title"/>: <c>title</c>.</summary>
    public static SalesReportField Title { get; } = new("title");

    /// <summary><see cref="SalesReportRow.TechSize"/>: <c>techSize</c>.</summary>
    public static SalesReportField TechSize { get; } = new("techSize");

    /// <summary><see cref="SalesReportRow.Sku"/>: <c>sku</c>.</summary>
    public static SalesReportField Sku { get; } = new("sku");

    /// <summary><see cref="SalesReportRow.DocumentType"/>: <c>docTypeName</c>.</summary>
    public static SalesReportField DocumentType { get; } = new("docTypeName");

    /// <summary><see cref="SalesReportRow.Quantity"/>: <c>quantity</c>.</summary>
    public static SalesReportField Quantity { get; } = new("quantity");

    /// <summary><see cref="SalesReportRow.RetailPrice"/>: <c>retailPrice</c>.</summary>
    public static SalesReportField RetailPrice { get; } = new("retailPrice");

    /// <summary><see cref="SalesReportRow.RetailAmount"/>: <c>retailAmount</c>.</summary>
    public static SalesReportField RetailAmount { get; } = new("retailAmount");

    /// <summary><see cref="SalesReportRow.SalePercent"/>: <c>salePercent</c>.</summary>
    public static SalesReportField SalePercent { get; } = new("salePercent");

    /// <summary><see cref="SalesReportRow.CommissionPercent"/>: <c>commissionPercent</c>.</summary>
    public static SalesReportField CommissionPercent { get; } = new("commissionPercent");

    /// <summary><see cref="SalesReportRow.OfficeName"/>: <c>officeName</c>.</summary>
    public static SalesReportField OfficeName { get; } = new("officeName");

    /// <summary><see cref="SalesReportRow.OperationName"/>: <c>sellerOperName</c>.</summary>
    public static SalesReportField OperationName { get; } = new("sellerOperName");

    /// <summary><see cref="SalesReportRow.OrderedAt"/>: <c>orderDt</c>.</summary>
    public static SalesReportField OrderedAt { get; } = new("orderDt");

    /// <summary><see cref="SalesReportRow.SoldAt"/>: <c>saleDt</c>.</summary>
    public static SalesReportField SoldAt { get; } = new("saleDt");

    /// <summary><see cref="SalesReportRow.OperationDate"/>: <c>rrDate</c>.</summary>
    public static SalesReportField OperationDate { get; } = new("rrDate");

    /// <summary><see cref="SalesReportRow.ShkId"/>: <c>shkId</c>.</summary>
    public static SalesReportField ShkId { get; } = new("shkId");

    /// <summary><see cref="SalesReportRow.RetailPriceWithDiscount"/>: <c>retailPriceWithDisc</c>.</summary>
    public static SalesReportField RetailPriceWithDiscount { get; } = new("retailPriceWithDisc");

    /// <summary><see cref="SalesReportRow.DeliveryCount"/>: <c>deliveryAmount</c>.</summary>
    public static SalesReportField DeliveryCount { get; } = new("deliveryAmount");

    /// <summary><see cref="SalesReportRow.ReturnCount"/>: <c>returnAmount</c>.</summary>
    public static SalesReportField ReturnCount { get; } = new("returnAmount");

    /// <summary><see cref="SalesReportRow.DeliveryService"/>: <c>deliveryService</c>.</summary>
    public static SalesReportField DeliveryService { get; } = new("deliveryService");

    /// <summary><see cref="SalesReportRow.BoxTypeName"/>: <c>giBoxTypeName</c>.</summary>
    public static SalesReportField BoxTypeName { get; } = new("giBoxTypeName");

    /// <summary><see cref="SalesReportRow.ProductDiscountPercent"/>: <c>productDiscountForReport</c>.</summary>
    public static SalesReportField ProductDiscountPercent { get; } = new("productDiscountForReport");

    /// <summary><see cref="SalesReportRow.SellerPromoPercent"/>: <c>sellerPromo</c>.</summary>
    public static SalesReportField SellerPromoPercent { get; } = new("sellerPromo");

    /// <summary><see cref="SalesReportRow.PlatformDiscountPercent"/>: <c>spp</c>.</summary>
    public static SalesReportField PlatformDiscountPercent { get; } = new("spp");

    /// <summary><see cref="SalesReportRow.BaseFeePercent"/>: <c>kvwBase</c>.</summary>
    public static SalesReportField BaseFeePercent { get; } = new("kvwBase");

    /// <summary><see cref="SalesReportRow.FeePercent"/>: <c>kvw</c>.</summary>
    public static SalesReportField FeePercent { get; } = new("kvw");

    /// <summary><see cref="SalesReportRow.RatingReductionPercent"/>: <c>supRatingUp</c>.</summary>
    public static SalesReportField RatingReductionPercent { get; } = new("supRatingUp");

    /// <summary><see cref="SalesReportRow.PromotionReductionPercent"/>: <c>isKgvpV2</c>.</summary>
    public static SalesReportField PromotionReductionPercent { get; } = new("isKgvpV2");

    /// <summary><see cref="SalesReportRow.SalesCommission"/>: <c>ppvzSalesCommission</c>.</summary>
    public static SalesReportField SalesCommission { get; } = new("ppvzSalesCommission");

    /// <summary><see cref="SalesReportRow.ForPay"/>: <c>forPay</c>.</summary>
    public static SalesReportField ForPay { get; } = new("forPay");

    /// <summary><see cref="SalesReportRow.PickupPointReward"/>: <c>ppvzReward</c>.</summary>
    public static SalesReportField PickupPointReward { get; } = new("ppvzReward");

    /// <summary><see cref="SalesReportRow.AcquiringFee"/>: <c>acquiringFee</c>.</summary>
    public static SalesReportField AcquiringFee { get; } = new("acquiringFee");

    /// <summary><see cref="SalesReportRow.AcquiringPercent"/>: <c>acquiringPercent</c>.</summary>
    public static SalesReportField AcquiringPercent { get; } = new("acquiringPercent");

    /// <summary><see cref="SalesReportRow.PaymentProcessing"/>: <c>paymentProcessing</c>.</summary>
    public static SalesReportField PaymentProcessing { get; } = new("paymentProcessing");

    /// <summary><see cref="SalesReportRow.AcquiringBank"/>: <c>acquiringBank</c>.</summary>
    public static SalesReportField AcquiringBank { get; } = new("acquiringBank");

    /// <summary><see cref="SalesReportRow.Fee"/>: <c>vw</c>.</summary>
    public static SalesReportField Fee { get; } = new("vw");

    /// <summary><see cref="SalesReportRow.FeeVat"/>: <c>vwNds</c>.</summary>
    public static SalesReportField FeeVat { get; } = new("vwNds");

    /// <summary><see cref="SalesReportRow.PickupPointName"/>: <c>ppvzOfficeName</c>.</summary>
    public static SalesReportField PickupPointName { get; } = new("ppvzOfficeName");

    /// <summary><see cref="SalesReportRow.PickupPointId"/>: <c>ppvzOfficeId</c>.</summary>
    public static SalesReportField PickupPointId { get; } = new("ppvzOfficeId");

    /// <summary><see cref="SalesReportRow.PartnerName"/>: <c>ppvzSupplierName</c>.</summary>
    public static SalesReportField PartnerName { get; } = new("ppvzSupplierName");

    /// <summary><see cref="SalesReportRow.PartnerTin"/>: <c>ppvzSupplierInn</c>.</summary>
    public static SalesReportField PartnerTin { get; } = new("ppvzSupplierInn");

    /// <summary><see cref="SalesReportRow.DeclarationNumber"/>: <c>declarationNumber</c>.</summary>
    public static SalesReportField DeclarationNumber { get; } = new("declarationNumber");

    /// <summary><see cref="SalesReportRow.BonusTypeName"/>: <c>bonusTypeName</c>.</summary>
    public static SalesReportField BonusTypeName { get; } = new("bonusTypeName");

    /// <summary><see cref="SalesReportRow.StickerId"/>: <c>stickerId</c>.</summary>
    public static SalesReportField StickerId { get; } = new("stickerId");

    /// <summary><see cref="SalesReportRow.Country"/>: <c>country</c>.</summary>
    public static SalesReportField Country { get; } = new("country");

    /// <summary><see cref="SalesReportRow.IsPaidDelivery"/>: <c>srvDbs</c>.</summary>
    public static SalesReportField IsPaidDelivery { get; } = new("srvDbs");

    /// <summary><see cref="SalesReportRow.Penalty"/>: <c>penalty</c>.</summary>
    public static SalesReportField Penalty { get; } = new("penalty");

    /// <summary><see cref="SalesReportRow.AdditionalPayment"/>: <c>additionalPayment</c>.</summary>
    public static SalesReportField AdditionalPayment { get; } = new("additionalPayment");

    /// <summary><see cref="SalesReportRow.RebilledLogisticCost"/>: <c>rebillLogisticCost</c>.</summary>
    public static SalesReportField RebilledLogisticCost { get; } = new("rebillLogisticCost");

    /// <summary><see cref="SalesReportRow.RebilledLogisticOrganization"/>: <c>rebillLogisticOrg</c>.</summary>
    public static SalesReportField RebilledLogisticOrganization { get; } = new("rebillLogisticOrg");

    /// <summary><see cref="SalesReportRow.PaidStorage"/>: <c>paidStorage</c>.</summary>
    public static SalesReportField PaidStorage { get; } = new("paidStorage");

    /// <summary><see cref="SalesReportRow.Deduction"/>: <c>deduction</c>.</summary>
    public static SalesReportField Deduction { get; } = new("deduction");

    /// <summary><see cref="SalesReportRow.PaidAcceptance"/>: <c>paidAcceptance</c>.</summary>
    public static SalesReportField PaidAcceptance { get; } = new("paidAcceptance");

    /// <summary><see cref="SalesReportRow.OrderId"/>: <c>orderId</c>.</summary>
    public static SalesReportField OrderId { get; } = new("orderId");

    /// <summary><see cref="SalesReportRow.Kiz"/>: <c>kiz</c>.</summary>
    public static SalesReportField Kiz { get; } = new("kiz");

    /// <summary><see cref="SalesReportRow.IsB2b"/>: <c>isB2b</c>.</summary>
    public static SalesReportField IsB2b { get; } = new("isB2b");

    /// <summary><see cref="SalesReportRow.TrbxId"/>: <c>trbxId</c>.</summary>
    public static SalesReportField TrbxId { get; } = new("trbxId");

    /// <summary><see cref="SalesReportRow.InstallmentCofinancingAmount"/>: <c>installmentCofinancingAmount</c>.</summary>
    public static SalesReportField InstallmentCofinancingAmount { get; } = new("installmentCofinancingAmount");

    /// <summary><see cref="SalesReportRow.WibesDiscountPercent"/>: <c>wibesDiscountPercent</c>.</summary>
    public static SalesReportField WibesDiscountPercent { get; } = new("wibesDiscountPercent");

    /// <summary><see cref="SalesReportRow.CashbackAmount"/>: <c>cashbackAmount</c>.</summary>
    public static SalesReportField CashbackAmount { get; } = new("cashbackAmount");

    /// <summary><see cref="SalesReportRow.CashbackDiscount"/>: <c>cashbackDiscount</c>.</summary>
    public static SalesReportField CashbackDiscount { get; } = new("cashbackDiscount");

    /// <summary><see cref="SalesReportRow.CashbackCommissionChange"/>: <c>cashbackCommissionChange</c>.</summary>
    public static SalesReportField CashbackCommissionChange { get; } = new("cashbackCommissionChange");

    /// <summary><see cref="SalesReportRow.PaymentSchedule"/>: <c>paymentSchedule</c>.</summary>
    public static SalesReportField PaymentSchedule { get; } = new("paymentSchedule");

    /// <summary><see cref="SalesReportRow.DeliveryMethod"/>: <c>deliveryMethod</c>.</summary>
    public static SalesReportField DeliveryMethod { get; } = new("deliveryMethod");

    /// <summary><see cref="SalesReportRow.SellerPromotionId"/>: <c>sellerPromoId</c>.</summary>
    public static SalesReportField SellerPromotionId { get; } = new("sellerPromoId");

    /// <summary><see cref="SalesReportRow.SellerPromotionPercent"/>: <c>sellerPromoDiscount</c>.</summary>
    public static SalesReportField SellerPromotionPercent { get; } = new("sellerPromoDiscount");

    /// <summary><see cref="SalesReportRow.LoyaltyId"/>: <c>loyaltyId</c>.</summary>
    public static SalesReportField LoyaltyId { get; } = new("loyaltyId");

    /// <summary><see cref="SalesReportRow.LoyaltyDiscountPercent"/>: <c>loyaltyDiscount</c>.</summary>
    public static SalesReportField LoyaltyDiscountPercent { get; } = new("loyaltyDiscount");

    /// <summary><see cref="SalesReportRow.PromoCodeId"/>: <c>uuidPromocode</c>.</summary>
    public static SalesReportField PromoCodeId { get; } = new("uuidPromocode");

    /// <summary><see cref="SalesReportRow.PromoCodeDiscountPercent"/>: <c>salePricePromocodeDiscountPrc</c>.</summary>
    public static SalesReportField PromoCodeDiscountPercent { get; } = new("salePricePromocodeDiscountPrc");

    /// <summary><see cref="SalesReportRow.SubstituteArticle"/>: <c>articleSubstitution</c>.</summary>
    public static SalesReportField SubstituteArticle { get; } = new("articleSubstitution");

    /// <summary><see cref="SalesReportRow.AffiliatedDiscountPercent"/>: <c>salePriceAffiliatedDiscountPrc</c>.</summary>
    public static SalesReportField AffiliatedDiscountPercent { get; } = new("salePriceAffiliatedDiscountPrc");

    /// <summary><see cref="SalesReportRow.AgencyVatPercent"/>: <c>agencyVat</c>.</summary>
    public static SalesReportField AgencyVatPercent { get; } = new("agencyVat");

    /// <summary><see cref="SalesReportRow.WholesaleDiscountPercent"/>: <c>salePriceWholesaleDiscountPrc</c>.</summary>
    public static SalesReportField WholesaleDiscountPercent { get; } = new("salePriceWholesaleDiscountPrc");

    /// <summary><see cref="SalesReportRow.B2bCustomerTin"/>: <c>b2bCustomerTin</c>.</summary>
    public static SalesReportField B2bCustomerTin { get; } = new("b2bCustomerTin");

    /// <summary><see cref="SalesReportRow.PaidWithSocialCertificate"/>: <c>paidWithSocialCertificate</c>.</summary>
    public static SalesReportField PaidWithSocialCertificate { get; } = new("paidWithSocialCertificate");

    /// <summary><see cref="SalesReportRow.WarehouseLogisticsCoefficient"/>: <c>warehouseLogisticsCoeff</c>.</summary>
    public static SalesReportField WarehouseLogisticsCoefficient { get; } = new("warehouseLogisticsCoeff");

    /// <summary><see cref="SalesReportRow.BuyerTaxRegistrationReasonCode"/>: <c>buyerTaxRegistrationReasonCode</c>.</summary>
    public static SalesReportField BuyerTaxRegistrationReasonCode { get; } = new("buyerTaxRegistrationReasonCode");

    /// <summary><see cref="SalesReportRow.TransferDocumentNumber"/>: <c>utdUcdNumber</c>.</summary>
    public static SalesReportField TransferDocumentNumber { get; } = new("utdUcdNumber");

    /// <summary><see cref="SalesReportRow.TransferDocumentDate"/>: <c>utdUcdDate</c>.</summary>
    public static SalesReportField TransferDocumentDate { get; } = new("utdUcdDate");

    /// <summary><see cref="SalesReportRow.OrderUid"/>: <c>orderUid</c>.</summary>
    public static SalesReportField OrderUid { get; } = new("orderUid");

    /// <summary><see cref="SalesReportRow.Srid"/>: <c>srid</c>.</summary>
    public static SalesReportField Srid { get; } = new("srid");

    /// <inheritdoc/>
    public string Value => field ?? "";

    /// <inheritdoc/>
    public static SalesReportField From(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
