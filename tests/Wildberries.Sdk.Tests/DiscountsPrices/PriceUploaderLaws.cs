using System.Net;
using CsCheck;
using Wildberries.Sdk.DiscountsPrices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;

namespace Wildberries.Sdk.Tests.DiscountsPrices;

/// <summary>
/// What holds for every number of rows and whatever WB does with each upload: takes it, had it already, refuses it, loses the answer, limits; and ends it
/// in any state with any details.
/// </summary>
public sealed class PriceUploaderLaws
{
    private static readonly Gen<Case> Cases = Gen.Select(
        Gen.OneOf(Gen.Int[0, 5], Gen.Int[998, 1002], Gen.Int[1998, 2002], Gen.Int[2500, 4100]),
        Gen.Enum<Answer>().Array[5],
        Gen.Int[2, 8].Array[5],
        Gen.Int[0, 1_000_000],
        (count, answers, states, seed) => new Case(count, answers, states, seed));

    private enum Answer
    {
        Taken,
        TakenToo,
        TakenAgain,
        Refused,
        AlreadySet,
        Lost,
        Limited,
    }

    [Fact]
    public async Task Every_row_is_sent_once_at_most_in_order_and_accounted_for_exactly_once_and_done_only_if_WB_says_so() =>
        await Cases.SampleAsync(
            async c =>
            {
                var api = new FakePricesApi();
                var answered = new Dictionary<long, int>();
                api.Uploading = send =>
                {
                    switch (c.Answers[send - 1])
                    {
                        case Answer.Refused:
                            throw new WildberriesBadRequestException("400") { StatusCode = HttpStatusCode.BadRequest, Delivery = Delivery.Refused, Detail = "Invalid price value" };
                        case Answer.AlreadySet:
                            throw new WildberriesBadRequestException("400")
                            {
                                Delivery = Delivery.Refused,
                                StatusCode = HttpStatusCode.BadRequest,
                                Detail = "The specified prices and discounts are already set",
                            };
                        case Answer.Lost:
                            throw new WildberriesConnectionException("reset");
                        case Answer.Limited:
                            throw new WildberriesRateLimitException("limit") { Delivery = Delivery.NotSent };
                        case Answer.TakenAgain:
                            long earlier = api.Take(PartOf(c, send - 1).Select(i => (long)(i + 1)));
                            answered[earlier] = send - 1;
                            return new UploadResponse { Data = new UploadTask { Id = earlier, AlreadyExists = true } };
                        default:
                            // The next id is that of this upload.
                            answered[answered.Count + 1] = send - 1;
                            return null;
                    }
                };
                api.Processed = id => new UploadState { Status = UploadStatus.From(c.States[answered[id]]), ProductCount = api.RowsOf(id).Count };
                api.Details = id => [.. api.RowsOf(id).Where(row => c.StatusOf(row.NmId) > 0).Select(row => new UploadedProduct { NmId = row.NmId, Status = UploadedProductStatus.From(c.StatusOf(row.NmId)) })];

                // What an upload that WB had already has set is still so for some articles, and was changed since for others.
                api.Goods = nmIds => [.. nmIds.Select(nmId => new ProductPrices { NmId = nmId, Sizes = [new ProductSize { SizeId = nmId, Price = IsStillSo(nmId) ? nmId : 5 + nmId }] })];

                PriceUploadResult result;
                bool failed = false;
                try
                {
                    result = await new PriceUploader(api, new PriceUploadOptions { MaxWait = null }, new JumpingTimeProvider())
                        .UploadAndWaitAsync(Enumerable.Range(1, c.Count).Select(i => new PriceChange { NmId = i, Price = i }));
                }
                catch (WildberriesApiException exception)
                {
                    failed = true;
                    result = exception.GetUploadResult()!;
                }

                // The parts are the rows, each once, in order, none over the limit.
                Assert.Equal(Enumerable.Range(0, c.Count), result.Rows.Select(row => row.Index));
                Assert.Equal(Enumerable.Range(1, c.Count).Select(i => (long)i), result.Rows.Select(row => row.NmId));
                Assert.All(result.Uploads, upload => Assert.InRange(upload.Rows.Count, 1, 1000));
                int parts = (c.Count + 999) / 1000;
                int end = Array.FindIndex(c.Answers, 0, parts, answer => answer is Answer.Lost or Answer.Limited);
                Assert.Equal(end < 0 ? parts : end + 1, api.Sends);
                Assert.Equal(end >= 0, failed);

                // Exactly one of four.
                Assert.Equal(
                    result.Rows.Select(row => row.Index),
                    result.Done.Concat(result.Failed).Concat(result.Unknown).Concat(result.Pending).Select(row => row.Index).Order());

                foreach (PriceUploadRow row in result.Rows)
                {
                    int part = row.Index / 1000;
                    PriceUploadOutcome expected = end >= 0 && part > end ? PriceUploadOutcome.NotSent : c.Answers[part] switch
                    {
                        Answer.Limited => PriceUploadOutcome.NotSent,
                        Answer.Lost => PriceUploadOutcome.Unknown,
                        Answer.Refused => PriceUploadOutcome.Failed,
                        Answer.AlreadySet => PriceUploadOutcome.Unchanged,
                        _ => (c.States[part], c.StatusOf(row.NmId)) switch
                        {
                            (3 or 5, 2) when c.Answers[part] != Answer.TakenAgain => PriceUploadOutcome.Updated,
                            (3 or 5, 2) => IsStillSo(row.NmId) ? PriceUploadOutcome.Unchanged : PriceUploadOutcome.Failed,
                            (4, not 2) or (_, 3) => PriceUploadOutcome.Failed,
                            _ => PriceUploadOutcome.Unknown,
                        },
                    };
                    Assert.Equal(expected, row.Outcome);
                }
            },
            iter: 150);

    private static bool IsStillSo(long nmId) => nmId % 3 == 0;

    private static IEnumerable<int> PartOf(Case c, int part) => Enumerable.Range(0, c.Count).Skip(1000 * part).Take(1000);

    private sealed record Case(int Count, Answer[] Answers, int[] States, int Seed)
    {
        /// <summary>What the details say of an article: 0 is nothing.</summary>
        public int StatusOf(long nmId) => new[] { 2, 2, 2, 3, 1, 0, 9 }[(int)((nmId * 7919 + Seed) % 7)];

        public override string ToString() => $"{Count} rows; {string.Join(',', Answers)}; states {string.Join(',', States)}; seed {Seed}";
    }
}
