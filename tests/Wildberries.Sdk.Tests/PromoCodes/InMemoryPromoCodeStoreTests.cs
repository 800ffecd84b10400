using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class InMemoryPromoCodeStoreTests : PromoCodeStoreContract
{
    private InMemoryPromoCodeStore? _store;

    protected override ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock, PromoCodeRules? rules = null) =>
        new(_store ??= new InMemoryPromoCodeStore(rules, clock));
}
