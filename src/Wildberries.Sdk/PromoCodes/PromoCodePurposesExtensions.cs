namespace Wildberries.Sdk.PromoCodes;

internal static class PromoCodePurposesExtensions
{
    internal static bool IsSingle(this PromoCodePurposes purposes) =>
        purposes is PromoCodePurposes.Loyalty or PromoCodePurposes.Retention or PromoCodePurposes.Conversion;
}
