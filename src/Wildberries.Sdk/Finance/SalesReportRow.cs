using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>One line of a report on sales: a sale, a return, a delivery, a fine and so on. Sums are in <see cref="Currency"/>.</summary>
/// <remarks>
/// Members that were not asked for (<c>fields</c>) are null, or 0.
/// Source: <see href="https://dev.wildberries.ru/openapi/documents-and-accounting#tag/financialReports"/>.
/// </remarks>
public sealed record SalesReportRow : WildberriesModel
{
    /// <summary>The id of the report that the row belongs to. Ids of daily reports need all 64 bits.</summary>
    [JsonPropertyName("reportId")]
    public long ReportId { get; set; }

    /// <summary>The first day that the report covers.</summary>
    [JsonPropertyName("dateFrom")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? DateFrom { get; set; }

    /// <summary>The last day that the report covers.</summary>
    [JsonPropertyName("dateTo")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? DateTo { get; set; }

    /// <summary>The day on which WB drew the report up.</summary>
    [JsonPropertyName("createDate")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? CreatedOn { get; set; }

    /// <summary>The currency of the sums, for example <c>RUB</c>.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; set; }

    /// <summary>What kind of report it is.</summary>
    [JsonPropertyName("reportType")]
    public SalesReportType ReportType { get; set; }

    /// <summary>The row's id: where the next page goes on.</summary>
    [JsonPropertyName("rrdId")]
    public long RrdId { get; set; }

    /// <summary>The id of the supply that brought the item.</summary>
    [JsonPropertyName("giId")]
    public long? SupplyId { get; set; }

    /// <summary>The warehouse's coefficient that is fixed for the supply.</summary>
    [JsonPropertyName("dlvPrc")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryCoefficient { get; set; }

    /// <summary>The first day on which the coefficient is fixed.</summary>
    [JsonPropertyName("fixTariffDateFrom")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? FixedTariffFrom { get; set; }

    /// <summary>The last day on which the coefficient is fixed.</summary>
    [JsonPropertyName("fixTariffDateTo")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? FixedTariffTo { get; set; }

    /// <summary>The product's subject.</summary>
    [JsonPropertyName("subjectName")]
    public string? SubjectName { get; set; }

    /// <summary>The product's number at WB.</summary>
    [JsonPropertyName("nmId")]
    public long? NmId { get; set; }

    /// <summary>The brand.</summary>
    [JsonPropertyName("brandName")]
    public string? BrandName { get; set; }

    /// <summary>The seller's own number of the product.</summary>
    [JsonPropertyName("vendorCode")]
    public string? VendorCode { get; set; }

    /// <summary>The product's name.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>The size; <c>0</c> for products without sizes.</summary>
    [JsonPropertyName("techSize")]
    public string? TechSize { get; set; }

    /// <summary>The barcode.</summary>
    [JsonPropertyName("sku")]
    public string? Sku { get; set; }

    /// <summary>The kind of document in Russian, for example <c>Продажа</c>.</summary>
    [JsonPropertyName("docTypeName")]
    public string? DocumentType { get; set; }

    // Its name for two weeks of September 2026; both names are read, and the one of today is written.
    [JsonInclude]
    [JsonPropertyName("documentType")]
    internal string? EarlierDocumentType
    {
        get => null;
        set => DocumentType = value ?? DocumentType;
    }

    /// <summary>How many items.</summary>
    [JsonPropertyName("quantity")]
    public int? Quantity { get; set; }

    /// <summary>The retail price.</summary>
    [JsonPropertyName("retailPrice")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? RetailPrice { get; set; }

    /// <summary>For how much WB sold the product.</summary>
    [JsonPropertyName("retailAmount")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? RetailAmount { get; set; }

    /// <summary>The agreed discount of the product, in percent.</summary>
    [JsonPropertyName("salePercent")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? SalePercent { get; set; }

    /// <summary>WB's commission, in percent.</summary>
    [JsonPropertyName("commissionPercent")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CommissionPercent { get; set; }

    /// <summary>The warehouse.</summary>
    [JsonPropertyName("officeName")]
    public string? OfficeName { get; set; }

    /// <summary>What the payment is for, in Russian.</summary>
    [JsonPropertyName("sellerOperName")]
    public string? OperationName { get; set; }

    /// <summary>When the order was placed.</summary>
    [JsonPropertyName("orderDt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? OrderedAt { get; set; }

    /// <summary>When the item was sold.</summary>
    [JsonPropertyName("saleDt")]
    [JsonConverter(typeof(DateTimeOffsetTextConverter))]
    public DateTimeOffset? SoldAt { get; set; }

    /// <summary>The day of the operation.</summary>
    [JsonPropertyName("rrDate")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? OperationDate { get; set; }

    /// <summary>The number of the item's label.</summary>
    [JsonPropertyName("shkId")]
    public long? ShkId { get; set; }

    /// <summary>The retail price with the agreed discount taken off.</summary>
    [JsonPropertyName("retailPriceWithDisc")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? RetailPriceWithDiscount { get; set; }

    /// <summary>How many deliveries.</summary>
    [JsonPropertyName("deliveryAmount")]
    public int? DeliveryCount { get; set; }

    /// <summary>How many returns.</summary>
    [JsonPropertyName("returnAmount")]
    public int? ReturnCount { get; set; }

    /// <summary>What delivery to the buyer cost.</summary>
    [JsonPropertyName("deliveryService")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? DeliveryService { get; set; }

    /// <summary>The kind of box in which the item was supplied, in Russian.</summary>
    [JsonPropertyName("giBoxTypeName")]
    public string? BoxTypeName { get; set; }

    /// <summary>The agreed discount in the end, in percent.</summary>
    [JsonPropertyName("productDiscountForReport")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? ProductDiscountPercent { get; set; }

    /// <summary>The promo code's discount, in percent.</summary>
    [JsonPropertyName("sellerPromo")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? SellerPromoPercent { get; set; }

    /// <summary>WB's own discounts, in percent.</summary>
    [JsonPropertyName("spp")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PlatformDiscountPercent { get; set; }

    /// <summary>WB's commission to begin with, without VAT, in percent.</summary>
    [JsonPropertyName("kvwBase")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? BaseFeePercent { get; set; }

    /// <summary>WB's commission in the end, without VAT, in percent.</summary>
    [JsonPropertyName("kvw")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? FeePercent { get; set; }

    /// <summary>How much lower the commission is for the seller's rating, in percent.</summary>
    [JsonPropertyName("supRatingUp")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? RatingReductionPercent { get; set; }

    /// <summary>How much lower the commission is for a promotion, in percent.</summary>
    [JsonPropertyName("isKgvpV2")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PromotionReductionPercent { get; set; }

    /// <summary>The fee on sales before the agent's services are taken off, without VAT.</summary>
    [JsonPropertyName("ppvzSalesCommission")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? SalesCommission { get; set; }

    /// <summary>What is due to the seller for the item.</summary>
    [JsonPropertyName("forPay")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? ForPay { get; set; }

    /// <summary>What is made up for handing out and taking back at the pickup point.</summary>
    [JsonPropertyName("ppvzReward")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PickupPointReward { get; set; }

    /// <summary>What taking the payment cost.</summary>
    [JsonPropertyName("acquiringFee")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AcquiringFee { get; set; }

    /// <summary>What taking the payment cost, in percent.</summary>
    [JsonPropertyName("acquiringPercent")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AcquiringPercent { get; set; }

    /// <summary>How the cost of taking the payment is accounted for, in Russian.</summary>
    [JsonPropertyName("paymentProcessing")]
    public string? PaymentProcessing { get; set; }

    /// <summary>The bank that took the payment.</summary>
    [JsonPropertyName("acquiringBank")]
    public string? AcquiringBank { get; set; }

    /// <summary>WB's fee, without VAT.</summary>
    [JsonPropertyName("vw")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? Fee { get; set; }

    /// <summary>The VAT on WB's fee.</summary>
    [JsonPropertyName("vwNds")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? FeeVat { get; set; }

    /// <summary>The address of the pickup point.</summary>
    [JsonPropertyName("ppvzOfficeName")]
    public string? PickupPointName { get; set; }

    /// <summary>The id of the pickup point.</summary>
    [JsonPropertyName("ppvzOfficeId")]
    public long? PickupPointId { get; set; }

    /// <summary>Who runs the pickup point.</summary>
    [JsonPropertyName("ppvzSupplierName")]
    public string? PartnerName { get; set; }

    /// <summary>Their taxpayer number.</summary>
    [JsonPropertyName("ppvzSupplierInn")]
    public string? PartnerTin { get; set; }

    /// <summary>The number of the customs declaration.</summary>
    [JsonPropertyName("declarationNumber")]
    public string? DeclarationNumber { get; set; }

    /// <summary>What a delivery, a fine or a correction was for, in Russian.</summary>
    [JsonPropertyName("bonusTypeName")]
    public string? BonusTypeName { get; set; }

    /// <summary>The number of the sticker of an assembly order.</summary>
    [JsonPropertyName("stickerId")]
    public string? StickerId { get; set; }

    /// <summary>The country of the sale, in Russian.</summary>
    [JsonPropertyName("country")]
    public string? Country { get; set; }

    /// <summary>Whether the row is a delivery that the buyer paid for.</summary>
    [JsonPropertyName("srvDbs")]
    public bool? IsPaidDelivery { get; set; }

    /// <summary>Fines.</summary>
    [JsonPropertyName("penalty")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? Penalty { get; set; }

    /// <summary>A correction of WB's fee.</summary>
    [JsonPropertyName("additionalPayment")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AdditionalPayment { get; set; }

    /// <summary>What carriage and warehouse work cost that are charged on.</summary>
    [JsonPropertyName("rebillLogisticCost")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? RebilledLogisticCost { get; set; }

    /// <summary>Who did the carriage.</summary>
    [JsonPropertyName("rebillLogisticOrg")]
    public string? RebilledLogisticOrganization { get; set; }

    /// <summary>Storage.</summary>
    [JsonPropertyName("paidStorage")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PaidStorage { get; set; }

    /// <summary>Deductions.</summary>
    [JsonPropertyName("deduction")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? Deduction { get; set; }

    /// <summary>WB's work at acceptance.</summary>
    [JsonPropertyName("paidAcceptance")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PaidAcceptance { get; set; }

    /// <summary>The id of the assembly order.</summary>
    [JsonPropertyName("orderId")]
    public long? OrderId { get; set; }

    /// <summary>The code of the state marking system, as it is: it has control characters.</summary>
    [JsonPropertyName("kiz")]
    public string? Kiz { get; set; }

    /// <summary>Whether a company bought.</summary>
    [JsonPropertyName("isB2b")]
    public bool? IsB2b { get; set; }

    /// <summary>The id of the box in which the item was handled.</summary>
    [JsonPropertyName("trbxId")]
    public string? TrbxId { get; set; }

    /// <summary>The discount that comes from sharing the cost of instalments.</summary>
    [JsonPropertyName("installmentCofinancingAmount")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? InstallmentCofinancingAmount { get; set; }

    /// <summary>The discount of Wibes, in percent.</summary>
    [JsonPropertyName("wibesDiscountPercent")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? WibesDiscountPercent { get; set; }

    /// <summary>What was withheld for points of the loyalty programme.</summary>
    [JsonPropertyName("cashbackAmount")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CashbackAmount { get; set; }

    /// <summary>What was made up for discounts of the loyalty programme.</summary>
    [JsonPropertyName("cashbackDiscount")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CashbackDiscount { get; set; }

    /// <summary>What taking part in the loyalty programme cost.</summary>
    [JsonPropertyName("cashbackCommissionChange")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? CashbackCommissionChange { get; set; }

    /// <summary>What a one-off change of the payment date cost.</summary>
    [JsonPropertyName("paymentSchedule")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PaymentSchedule { get; set; }

    /// <summary>The sales model and the kind of product, for example <c>FBS, (МГТ)</c>.</summary>
    [JsonPropertyName("deliveryMethod")]
    public string? DeliveryMethod { get; set; }

    /// <summary>The id of the seller's own promotion that gave a further discount.</summary>
    [JsonPropertyName("sellerPromoId")]
    public long? SellerPromotionId { get; set; }

    /// <summary>The further discount of the seller's own promotion, in percent.</summary>
    [JsonPropertyName("sellerPromoDiscount")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? SellerPromotionPercent { get; set; }

    /// <summary>The id of the seller's loyalty discount.</summary>
    [JsonPropertyName("loyaltyId")]
    public long? LoyaltyId { get; set; }

    /// <summary>The seller's loyalty discount, in percent.</summary>
    [JsonPropertyName("loyaltyDiscount")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? LoyaltyDiscountPercent { get; set; }

    /// <summary>The id of the promo code.</summary>
    [JsonPropertyName("uuidPromocode")]
    public string? PromoCodeId { get; set; }

    /// <summary>What the promo code took off the price, in percent.</summary>
    [JsonPropertyName("salePricePromocodeDiscountPrc")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? PromoCodeDiscountPercent { get; set; }

    /// <summary>The id of the substitute article number.</summary>
    [JsonPropertyName("articleSubstitution")]
    public string? SubstituteArticle { get; set; }

    /// <summary>What the substitute article number took off the price, in percent.</summary>
    [JsonPropertyName("salePriceAffiliatedDiscountPrc")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AffiliatedDiscountPercent { get; set; }

    /// <summary>VAT that WB withholds as an agent, in percent; for sellers from Kyrgyzstan.</summary>
    [JsonPropertyName("agencyVat")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? AgencyVatPercent { get; set; }

    /// <summary>The wholesale discount for companies, in percent.</summary>
    [JsonPropertyName("salePriceWholesaleDiscountPrc")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? WholesaleDiscountPercent { get; set; }

    /// <summary>The taxpayer number of the company that bought.</summary>
    [JsonPropertyName("b2bCustomerTin")]
    public string? B2bCustomerTin { get; set; }

    /// <summary>Whether the buyer paid with a social certificate.</summary>
    [JsonPropertyName("paidWithSocialCertificate")]
    public bool? PaidWithSocialCertificate { get; set; }

    /// <summary>The factor of the warehouse by which logistics cost more or less.</summary>
    [JsonPropertyName("warehouseLogisticsCoeff")]
    [JsonConverter(typeof(DecimalTextConverter))]
    public decimal? WarehouseLogisticsCoefficient { get; set; }

    /// <summary>The reason code of the tax registration (KPP) of the company that bought.</summary>
    [JsonPropertyName("buyerTaxRegistrationReasonCode")]
    public string? BuyerTaxRegistrationReasonCode { get; set; }

    /// <summary>The number of the universal transfer document (UPD), or of the one that corrects it (UKD).</summary>
    [JsonPropertyName("utdUcdNumber")]
    public string? TransferDocumentNumber { get; set; }

    /// <summary>The day of that document.</summary>
    [JsonPropertyName("utdUcdDate")]
    [JsonConverter(typeof(DateOnlyTextConverter))]
    public DateOnly? TransferDocumentDate { get; set; }

    /// <summary>The id of the buyer's basket; orders of one basket share it.</summary>
    [JsonPropertyName("orderUid")]
    public string? OrderUid { get; set; }

    /// <summary>The id of the order; assembly orders have it as <c>rid</c>.</summary>
    [JsonPropertyName("srid")]
    public string? Srid { get; set; }
}
