using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.Tests.Answers;

public sealed class AnswerSenderTests : AnswerSenderContract
{
    private readonly InMemoryAnswerStore _store = new();

    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => new(_store);
}

public sealed class AnswerReconciliationTests : AnswerReconciliationContract
{
    private readonly InMemoryAnswerStore _store = new();

    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => new(_store);
}

public sealed class AnswerEditTests : AnswerEditContract
{
    private readonly InMemoryAnswerStore _store = new();

    protected override ValueTask<IAnswerStore> OpenAsync(TimeProvider clock) => new(_store);
}
