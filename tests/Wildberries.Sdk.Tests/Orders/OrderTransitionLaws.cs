using System.Net;
using CsCheck;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

/// <summary>What holds for every number of orders and whatever WB does with each request and each order in it.</summary>
public sealed class OrderTransitionLaws
{
    private static readonly Gen<(int Count, Answer[] Answers, int Seed, bool CheckFirst)> Cases = Gen.Select(
        Gen.OneOf(Gen.Int[0, 5], Gen.Int[998, 1002], Gen.Int[1998, 3100]), Gen.Enum<Answer>().Array[4], Gen.Int, Gen.Bool);

    private enum Answer
    {
        Taken,
        TakenToo,
        Refused,
        Lost,
        Limited,
    }

    [Fact]
    public async Task Every_order_is_sent_once_at_most_and_accounted_for_once_and_done_only_if_WB_says_so() => await Cases.SampleAsync(
        async c =>
        {
            var random = new Random(c.Seed);
            var sent = new List<long>();
            var done = new HashSet<long>();
            var there = new HashSet<long>();
            int requests = 0;
            var transition = new OrderTransition(
                SupplierStatus.Confirm,
                [SupplierStatus.New],
                (request, _) => Task.FromResult(new OrderStatusResultsResponse
                {
                    Orders =
                    [
                        .. request.OrderIds.Where(_ => random.Next(10) > 0).Select(id =>
                        {
                            SupplierStatus status = random.Next(4) switch { 0 => SupplierStatus.Confirm, 1 => SupplierStatus.Cancel, _ => SupplierStatus.New };
                            if (status == SupplierStatus.Confirm)
                                there.Add(id);
                            return new OrderStatusResult { OrderId = id, SupplierStatus = status, WbStatus = WbStatus.Waiting };
                        }),
                    ],
                }));
            OrderChangeResult result;
            try
            {
                result = await transition.RunAsync<long>(
                    [.. Enumerable.Range(1, c.Count).Select(i => (long)i)],
                    id => id,
                    (ids, _) =>
                    {
                        switch (c.Answers[requests++])
                        {
                            case Answer.Refused:
                                throw new WildberriesBadRequestException("400") { StatusCode = HttpStatusCode.BadRequest, Delivery = Delivery.Refused };
                            case Answer.Lost:
                                sent.AddRange(ids);
                                throw new WildberriesConnectionException("reset");
                            case Answer.Limited:
                                throw new WildberriesRateLimitException("429") { Delivery = Delivery.NotSent };
                        }

                        sent.AddRange(ids);
                        OrderAnswer[] answers =
                        [
                            .. ids.Where(_ => random.Next(20) > 0).Select(id => new OrderAnswer { OrderId = id, IsError = random.Next(5) == 0 }),
                        ];
                        done.UnionWith(answers.Where(answer => answer.IsError == false).Select(answer => answer.OrderId));
                        return Task.FromResult<IEnumerable<OrderAnswer>>(answers);
                    },
                    c.CheckFirst,
                    null,
                    TestContext.Current.CancellationToken);
            }
            catch (WildberriesApiException exception)
            {
                result = exception.GetOrderChangeResult()!;
            }

            long[] all = [.. result.Done.Concat(result.Refused).Concat(result.Unknown).Concat(result.NotSent).Select(order => order.OrderId).Order()];
            return all.SequenceEqual(Enumerable.Range(1, c.Count).Select(i => (long)i))
                && sent.Distinct().Count() == sent.Count
                && result.Orders.Select(order => order.OrderId).SequenceEqual(Enumerable.Range(1, c.Count).Select(i => (long)i))
                && result.Done.All(order => done.Contains(order.OrderId) || (order.Outcome == OrderChangeOutcome.Unchanged && there.Contains(order.OrderId)))
                && result.NotSent.All(order => !sent.Contains(order.OrderId))
                && done.All(id => result.Orders[(int)id - 1].Outcome == OrderChangeOutcome.Done);
        },
        iter: 200);
}
