using System.Text.Json.Nodes;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;

namespace Wildberries.Sdk.Tests.Cards;

/// <summary>What is the end of the list, and what only looks like it.</summary>
public sealed class CardListEndTests
{
    private readonly FakeCardsApi _api = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"cards":[],"cursor":{"updatedAt":"x","nmID":1,"total":100}}""", "does not go on")]
    [InlineData("""{"cards":null,"cursor":{"total":100}}""", "does not go on")]
    [InlineData("""{"cards":null}""", "does not go on")]
    [InlineData("""{"cards":[],"cursor":{"total":0},"error":true,"errorText":"internal"}""", "internal")]
    public async Task Nothing_in_the_middle_is_an_error_and_not_the_end(string page, string message)
    {
        for (int i = 1; i <= 105; i++)
            _api.Put(i);
        _api.Answer = answer =>
        {
            if (_api.Requests.Count < 2)
                return;
            answer.Clear();
            foreach ((string name, JsonNode? value) in JsonNode.Parse(page)!.AsObject())
                answer[name] = value?.DeepClone();
        };
        var read = new List<Card>();
        WildberriesResponseException error = await Assert.ThrowsAsync<WildberriesResponseException>(async () =>
        {
            await foreach (Card card in _api.StreamCardsAsync(cancellationToken: Cancel))
                read.Add(card);
        });
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(100, read.Count);
    }

    [Theory]
    [InlineData("""{"cards":[]}""")]
    [InlineData("""{"cards":null}""")]
    [InlineData("""{"cards":[],"cursor":{"updatedAt":"","nmID":0,"total":0}}""")]
    public async Task Nothing_at_all_is_an_empty_list(string page)
    {
        _api.Answer = answer =>
        {
            answer.Clear();
            foreach ((string name, JsonNode? value) in JsonNode.Parse(page)!.AsObject())
                answer[name] = value?.DeepClone();
        };
        Assert.Empty(await _api.StreamCardsAsync(cancellationToken: Cancel).ToListAsync(Cancel));
    }
}
