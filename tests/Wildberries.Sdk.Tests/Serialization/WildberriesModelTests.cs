using System.Text.Json;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Finance;

namespace Wildberries.Sdk.Tests.Serialization;

public sealed class WildberriesModelTests
{
    private const string WithMore = """{"name":"A","tradeMark":"Б","rating":{"stars":[4,5]},"sid":"s"}""";

    [Fact]
    public void What_WB_adds_is_reachable_and_written_back()
    {
        SellerInfo seller = Read(WithMore);
        Assert.Equal("A", seller.Name);
        Assert.Equal(["rating"], seller.AdditionalProperties!.Keys);
        Assert.Equal(5, seller.AdditionalProperties["rating"].GetProperty("stars")[1].GetInt32());
        Assert.Contains("\"rating\":{\"stars\":[4,5]}", JsonSerializer.Serialize(seller, CommonJsonContext.Default.SellerInfo), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_added_there_is_nothing()
    {
        SellerInfo seller = Read("""{"name":"A"}""");
        Assert.Null(seller.AdditionalProperties);
        Assert.DoesNotContain("AdditionalProperties", JsonSerializer.Serialize(seller, CommonJsonContext.Default.SellerInfo), StringComparison.Ordinal);
    }

    [Fact]
    public void Equality_the_hash_and_the_text_leave_it_out()
    {
        SellerInfo with = Read(WithMore), without = with with { AdditionalProperties = null };
        Assert.Equal(without, with);
        Assert.Equal(without.GetHashCode(), with.GetHashCode());
        Assert.Equal(without.ToString(), with.ToString());
        Assert.DoesNotContain("rating", with.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("AdditionalProperties", with.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("SellerInfo { Name = A", with.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(with with { Name = "B" }, with);
        Assert.StartsWith("CampaignDay { Views = 1", new CampaignDay { Views = 1 }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Models_of_different_types_are_not_equal()
    {
        WildberriesModel day = new CampaignDay(), app = new CampaignApp();
        Assert.False(day.Equals(app));
        Assert.False(day.Equals(null));
        Assert.True(day.Equals(new CampaignDay { AdditionalProperties = [] }));
    }

    [Fact]
    public void A_copy_keeps_what_was_added()
    {
        SellerInfo seller = Read(WithMore);
        Assert.Same(seller.AdditionalProperties, (seller with { Name = "B" }).AdditionalProperties);
    }

    [Fact]
    public void Each_row_has_its_own()
    {
        IReadOnlyList<SalesReportRow> rows = JsonSerializer.Deserialize(
            """[{"rrdId":1,"first":1},{"rrdId":2},{"rrdId":3,"second":2}]""", FinanceJsonContext.Default.IReadOnlyListSalesReportRow)!;
        Assert.Equal(["first", null, "second"], rows.Select(row => row.AdditionalProperties?.Keys.Single()));
    }

    [Fact]
    public void A_member_of_a_part_is_on_that_part()
    {
        ChatsResponse chats = JsonSerializer.Deserialize(
            """{"result":[{"chatID":"1:a","lastMessage":{"text":"hi","mood":"good"}}]}""", BuyerChatJsonContext.Default.ChatsResponse)!;
        Assert.Equal("good", chats.Result[0].LastMessage!.AdditionalProperties!["mood"].GetString());
        Assert.Null(chats.AdditionalProperties);
        Assert.DoesNotContain("good", chats.Result[0].ToString(), StringComparison.Ordinal);
    }

    private static SellerInfo Read(string json) => JsonSerializer.Deserialize(json, CommonJsonContext.Default.SellerInfo)!;
}
