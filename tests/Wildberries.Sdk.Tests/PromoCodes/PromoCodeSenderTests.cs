using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.PromoCodes;

public sealed class PromoCodeSenderTests : PromoCodeSenderContract
{
    private InMemoryPromoCodeStore? _store;

    protected override ValueTask<IPromoCodeStore> OpenAsync(TimeProvider clock) => new(_store ??= new InMemoryPromoCodeStore(null, clock));
}
