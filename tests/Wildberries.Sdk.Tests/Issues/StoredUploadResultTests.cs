using System.Reflection;
using System.Text.Json;
using Wildberries.Sdk.DiscountsPrices;

namespace Wildberries.Sdk.Tests.Issues;

public sealed class StoredUploadResultTests
{
    [Fact]
    public void Every_member_of_a_result_comes_back_from_JSON()
    {
        var result = new PriceUploadResult { Uploads = [Upload(1), new PriceUpload(), Upload(2)] };
        PriceUploadResult read = ThereAndBack(result);

        Assert.Equal(result.Uploads.Select(upload => upload.Rows.Count), read.Uploads.Select(upload => upload.Rows.Count));
        for (int i = 0; i < 3; i++)
            AssertSame(result.Uploads[i], read.Uploads[i]);
        Assert.Equal(result.ToString(), read.ToString());
        Assert.Equal(result.IsComplete, read.IsComplete);
    }

    [Theory]
    [InlineData(typeof(PriceUpload))]
    [InlineData(typeof(PriceUploadRow))]
    public void The_example_sets_every_member(Type type)
    {
        object example = type == typeof(PriceUpload) ? Upload(1) : Upload(1).Rows[1];
        object empty = Activator.CreateInstance(type)!;
        Assert.All(Stored(type), property => Assert.NotEqual(property.GetValue(empty), property.GetValue(example)));
    }

    [Fact]
    public void Every_outcome_comes_back()
    {
        PriceUploadRow[] rows = [.. Enum.GetValues<PriceUploadOutcome>().Select((outcome, i) => new PriceUploadRow { Index = i, NmId = i + 1, Outcome = outcome })];
        Assert.Equal(rows, ThereAndBack(new PriceUploadResult { Uploads = [new PriceUpload { Rows = rows }] }).Rows);
    }

    private static PriceUpload Upload(long id) => new()
    {
        Id = 9_007_199_254_740_993 + id,
        AlreadyExisted = true,
        EndsScheduled = true,
        Status = UploadStatus.PartlyFailed,
        ActivatesAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, 125, TimeSpan.FromHours(3)),
        Rows =
        [
            new PriceUploadRow { NmId = 182340115, Outcome = PriceUploadOutcome.Updated },
            new PriceUploadRow
            {
                Index = 1,
                NmId = 204518733,
                SizeId = 330114601,
                Price = 5900.50m,
                Discount = 40,
                ClubDiscount = 5,
                WholesaleLevels = [new WholesaleDiscount { Level = 1, MinQuantity = 10, Discount = 5 }, new WholesaleDiscount { Level = 2, MinQuantity = 50, Discount = 9 }],
                Outcome = PriceUploadOutcome.Failed,
                ErrorText = "Цена \"в карантине\" (quarantine)",
            },
        ],
    };

    private static PriceUploadResult ThereAndBack(PriceUploadResult result) => JsonSerializer.Deserialize(
        JsonSerializer.Serialize(result, DiscountsPricesJsonContext.Default.PriceUploadResult), DiscountsPricesJsonContext.Default.PriceUploadResult)!;

    // Lists are compared by themselves: to a record, equal lists are different ones.
    private static void AssertSame(object expected, object actual)
    {
        foreach (PropertyInfo property in Stored(expected.GetType()))
        {
            if (property.GetValue(expected) is IReadOnlyList<PriceUploadRow> rows)
                Assert.All(rows.Zip((IReadOnlyList<PriceUploadRow>)property.GetValue(actual)!), pair => AssertSame(pair.First, pair.Second));
            else
                Assert.Equal(property.GetValue(expected), property.GetValue(actual));
        }
    }

    private static IEnumerable<PropertyInfo> Stored(Type type) => type.GetProperties().Where(property => property.CanWrite);
}
