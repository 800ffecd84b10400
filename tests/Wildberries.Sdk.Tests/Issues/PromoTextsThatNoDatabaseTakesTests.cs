using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.PromoCodes;
using Wildberries.Sdk.Tests.Http;
using Wildberries.Sdk.Tests.PromoCodes;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Half a surrogate pair was kept as another text by one database, and refused by another with an error of its own; an emoji counted as two characters.</summary>
public sealed class PromoTextsThatNoDatabaseTakesTests
{
    private static readonly PromoCodeSend Send = new()
    {
        SellerId = TestCodes.Seller,
        Key = "k",
        PromoCodeId = Guid.NewGuid(),
        TargetId = "1:a",
        Text = "THANKS10",
        StartedAt = TestCodes.Now,
    };

    [Theory]
    [InlineData(0xd83d, "half of a surrogate pair")]
    [InlineData(0xde00, "half of a surrogate pair")]
    [InlineData(0, "NUL")]
    public async Task They_are_refused_with_the_name_of_the_property(int odd, string fault)
    {
        // As a number: a test's arguments go through UTF-8.
        string text = $"a{(char)odd}b";
        Refused("SellerId", () => Send with { SellerId = text });
        Refused("Key", () => Send with { Key = text });
        Refused("TargetId", () => Send with { TargetId = text });
        Refused("Text", () => Send with { Text = text });
        Refused("ApprovedBy", () => Send with { ApprovedBy = text });
        Refused("SellerId", () => TestCodes.Create() with { SellerId = text });
        Refused("Description", () => TestCodes.Create() with { Description = text });
        Refused("WildberriesId", () => TestCodes.Create() with { WildberriesId = text });
        Assert.Equal(PromoCodeRule.CodeText, Assert.Single(new PromoCodeRules().Validate(TestCodes.Create(text), TestCodes.Clock())).Rule);

        using var host = new FakeHost<IBuyerChatApi>(BuyerChatJsonContext.Default, "{}");
        var sender = new PromoCodeSender(TestCodes.Seller, host.Api, new InMemoryPromoCodeStore(), timeProvider: TestCodes.Clock());
        var request = new PromoCodeSendRequest { Key = "k", ChatId = "1:a", Code = TestCodes.Create(), Text = "THANKS10" };
        foreach ((string property, PromoCodeSendRequest broken) in ((string, PromoCodeSendRequest)[])
            [("Key", request with { Key = text }), ("ChatId", request with { ChatId = text }), ("Text", request with { Text = "THANKS10 " + text })])
        {
            ArgumentException refusal = await Assert.ThrowsAsync<ArgumentException>("request", () => sender.SendAsync(broken, TestContext.Current.CancellationToken));
            Assert.StartsWith($"{property} has ", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
        }

        Assert.Empty(host.Requests);

        void Refused(string property, Func<object> make) =>
            Assert.Contains(fault, Assert.Throws<ArgumentException>(property, make).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_emoji_is_one_character_of_a_code_as_of_a_message()
    {
        var rules = new PromoCodeRules { MaxCodeLength = 3 };
        Assert.Empty(rules.Validate(TestCodes.Create("AB\ud83d\ude00"), TestCodes.Clock()));
        Assert.Single(rules.Validate(TestCodes.Create("ABC\ud83d\ude00"), TestCodes.Clock()));
    }
}
