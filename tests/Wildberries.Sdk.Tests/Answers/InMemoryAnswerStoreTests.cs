using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes;

namespace Wildberries.Sdk.Tests.Answers;

public sealed class InMemoryAnswerStoreTests : AnswerStoreContract
{
    private readonly InMemoryAnswerStore _store = new();

    [Fact]
    public async Task A_message_with_a_promo_code_needs_a_store_that_has_the_code()
    {
        var send = new PromoCodeSend { SellerId = Seller, Key = "key", PromoCodeId = Guid.NewGuid(), TargetId = "1:a", Text = "A", StartedAt = Clock.GetUtcNow() };
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => _store.StartAnswerAsync(send, Cancel));
        Assert.Contains(nameof(IPromoCodeStore), error.Message, StringComparison.Ordinal);
    }

    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => new(_store);
}

/// <summary>The store of promo codes is a ledger of all answers.</summary>
public sealed class InMemoryPromoCodeLedgerTests : AnswerStoreContract
{
    private readonly InMemoryPromoCodeStore _store = new();

    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => new(_store);
}
