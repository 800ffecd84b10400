using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Testing.Gateway;

namespace Wildberries.Sdk.Testing;

/// <summary>The cards of content-api.</summary>
internal sealed class CardsArea(EmulatedCards cards, EmulatedDirectories directories, TimeProvider time) : EmulatedArea(typeof(ICardsApi), CardsJsonContext.Default)
{
    public override IEnumerable<Handler> Handlers =>
    [
        .. new CardListHandlers(cards, directories).All,
        .. new CardWriteHandlers(cards, time).All,
        .. new CardMediaHandlers(cards, time).All,
        .. new TagHandlers(cards).All,
        .. new RecommendationHandlers(cards, directories).All,
    ];

    public override void Seed(DateTimeOffset now) => CardsSeed.Fill(cards, now);
}
