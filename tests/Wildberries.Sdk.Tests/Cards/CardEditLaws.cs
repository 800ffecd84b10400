using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.BuyerChat;
using static Wildberries.Sdk.Tests.Cards.FakeCardsApi;

namespace Wildberries.Sdk.Tests.Cards;

/// <summary>An edit changes nothing but what was asked, whatever WB has in its cards: the JSON that is written against the JSON that was read.</summary>
public sealed class CardEditLaws
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Char.AlphaNumeric.Array[0, 12].Select(chars => new string(chars)), AnyOf("", "Тёплые \"носки\"", "😀\n\\", "null", "<b>&'+"));

    private static readonly Gen<string> Scalars = Gen.OneOf(
        Texts.Select(text => Json(text)), Gen.Long.Select(number => $"{number}"), AnyOf("true", "false", "1300.0", "-0.50", "1e3", "null", "{}", "[]"));

    private static readonly Gen<string> Values = Gen.OneOf(
        Scalars, Scalars.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"), Gen.Select(Scalars, Scalars.Array[0, 2]).Select((one, many) => $$"""{"a":{{one}},"b.c":[{{string.Join(',', many)}}]}"""));

    // What no version of the SDK knows.
    private static readonly Gen<string> Unknown = Gen.Select(AnyOf("gtin", "x.y", "sizes[1]", "новое"), Values).Array[0, 3]
        .Select(members => string.Concat(members.DistinctBy(member => member.Item1).Select(member => $",{Json(member.Item1)}:{member.Item2}")));

    private static readonly Gen<string> Characteristics = Gen.Select(Gen.Int[1, 9], Gen.OneOf(Texts.Array[1, 3].Select(texts => Json(texts)), Values.Where(json => json is not ("\"\"" or "[]" or "{}"))), Unknown).Array[0, 6]
        .Select(all => $"[{string.Join(',', all.DistinctBy(one => one.Item1).Select(one => $$"""{"id":{{one.Item1}},"name":"Имя","value":{{one.Item2}}{{one.Item3}}}"""))}]");

    private static readonly Gen<string> Sizes = Gen.Select(Texts, Texts.Where(text => text.Trim().Length > 0).Array[0, 3], Unknown).Array[1, 4]
        .Select(all => $"[{string.Join(',', all.Select((size, i) => $$"""{"chrtID":{{i + 1}},"techSize":{{Json(size.Item1)}},"skus":{{Json(size.Item2)}}{{size.Item3}}}"""))}]");

    private static readonly Gen<string> Dimensions = Gen.Select(Gen.Int[0, 100], Gen.Int[0, 9999], Gen.Bool, Unknown)
        .Select((side, grams, isValid, unknown) => FormattableString.Invariant($$"""{"length":{{side}},"weightBrutto":{{grams / 1000m}},"isValid":{{(isValid ? "true" : "false")}}{{unknown}}}"""));

    private static readonly Gen<string> Documents = Gen.Select(Gen.Select(Texts, Gen.Int[1, 9], Unknown).Array[0, 3], Gen.Bool, Unknown)
        .Select((all, exclude, unknown) =>
            $$"""{"items":[{{string.Join(',', all.Select(one => $$"""{"id":"d","type":{{one.Item2}},"number":{{Json(one.Item1)}},"startDate":"2026-01-01T00:00:00+00:00","verdict":{"verified":true},"createdAt":"2026-09-08T00:00:00Z"{{one.Item3}}}"""))}}],"overallVerdict":{"isFullyChecked":true},"excludeDocuments":{{(exclude ? "true" : "false")}}{{unknown}}}""");

    private static readonly Gen<string> Cards = Gen.Select(
        Gen.Select(Texts, Texts, Texts).Array[0, 1], Characteristics, Sizes, Dimensions.Array[0, 1], Documents.Array[0, 1], Unknown, Gen.Bool).Select((texts, characteristics, sizes, dimensions, documents, unknown, isMarked) =>
        $$"""
        {"imtID":5,"nmUUID":"u","subjectID":7,"subjectName":"Носки","needKiz":true,"kizMarked":{{(isMarked ? "true" : "false")}},"photos":[{"big":"https://a/1.webp"}],"video":"v","wholesale":{"enabled":true,"quantum":2},
        "tags":[{"id":1,"name":"Лето"}],"createdAt":"2026-01-01T00:00:00Z","characteristics":{{characteristics}},"sizes":{{sizes}}
        {{string.Concat(texts.Select(text => $$""","title":{{Json(text.Item1)}},"brand":{{Json(text.Item2)}},"description":{{Json(text.Item3)}}"""))}}
        {{string.Concat(dimensions.Select(json => $",\"dimensions\":{json}"))}}{{string.Concat(documents.Select(json => $",\"documents\":{json}"))}}{{unknown}}}
        """);

    // Each edit on the card, and the same on the JSON that is to be written.
    private static readonly (Func<Card, Card> Edit, Action<JsonObject> Expected)[] Edits =
    [
        (card => card, _ => { }),
        (card => card with { Title = "Новое имя" }, json => json["title"] = "Новое имя"),
        (card => card with { Description = null }, json => json.Remove("description")),
        (card => card with { Dimensions = card.Dimensions is { } old ? old with { Length = 777 } : new CardDimensions { Length = 777 } },
            json => (json["dimensions"] ??= new JsonObject())["length"] = 777),
        (card => card with { Characteristics = [.. card.Characteristics.Skip(1)] },
            json => json["characteristics"]!.AsArray().RemoveAt(0)),
        (card => card with { Characteristics = [.. card.Characteristics, new CardCharacteristic { Id = 99, Value = CharacteristicValue.OfTexts("да") }] },
            json => json["characteristics"]!.AsArray().Add(new JsonObject { ["id"] = 99, ["value"] = new JsonArray("да") })),
        (card => card with { Sizes = [card.Sizes[0] with { Skus = [.. card.Sizes[0].Skus, "новый"] }, .. card.Sizes.Skip(1)] },
            json => json["sizes"]![0]!["skus"]!.AsArray().Add((JsonNode)"новый")),
        (card => card with { Documents = null }, json => json.Remove("documents")),
        (card => card with { AdditionalProperties = new(card.AdditionalProperties ?? []) { ["added"] = JsonDocument.Parse("5").RootElement } }, json => json["added"] = 5),
        (card => card with { IsMarkingConfirmed = !card.IsMarkingConfirmed }, json => json["kizMarked"] = !(bool)json["kizMarked"]!),
    ];

    [Fact]
    public async Task An_edit_changes_nothing_but_what_was_asked() =>
        await Gen.Select(Cards, Gen.Int[0, Edits.Length - 1].Select(i => Edits[i])).Array[1, 14].SampleAsync(
            async all =>
            {
                var api = new FakeCardsApi();
                var expected = new Dictionary<long, JsonObject>();
                var unchanged = new HashSet<long>();
                for (int i = 0; i < all.Length; i++)
                {
                    // 40 and more: the number of one card is no part of another's, and no search finds it elsewhere.
                    long nmId = 4001 + i;
                    var read = JsonNode.Parse(all[i].Item1)!.AsObject();
                    api.Put(nmId, card =>
                    {
                        card.Clear();
                        foreach ((string name, JsonNode? value) in read)
                            card[name] = value?.DeepClone();
                        card["nmID"] = nmId;
                        card["vendorCode"] = $"a{nmId}";
                    });
                    JsonObject written = ToBeWritten(api.Cards[nmId]);
                    var before = written.DeepClone();

                    // A characteristic without a value is not written, and taking it away is nothing.
                    var first = api.Cards[nmId]["characteristics"]!.AsArray().FirstOrDefault();
                    if (all[i].Item2 != Edits[4] || (first is not null && first["value"] is not null))
                        all[i].Item2.Expected(written);
                    if (Canonical(before).ToJsonString() == Canonical(written).ToJsonString())
                        unchanged.Add(nmId);
                    expected[nmId] = written;
                }

                var kept = api.Cards.ToDictionary(card => card.Key, card => card.Value.DeepClone().AsObject());
                var clock = new JumpingTimeProvider();
                CardEditResult result = await new CardEditor(api, null, clock).EditAsync(
                    api.Cards.Keys.ToArray(), card => all[card.NmId - 4001].Item2.Edit(card), cancellationToken: TestContext.Current.CancellationToken);

                Assert.Equal(unchanged.Order(), result.Unchanged.Select(row => row.NmId));
                Assert.Equal(expected.Keys.Except(unchanged), result.Changed.Select(row => row.NmId));
                Assert.Equal(expected.Keys.Except(unchanged).Order(), api.Written.Select(json => (long)json["nmID"]!).Order());
                foreach (JsonObject json in api.Written)
                    Assert.True(JsonNode.DeepEquals(expected[(long)json["nmID"]!], json), $"{expected[(long)json["nmID"]!].ToJsonString()}\n{json.ToJsonString()}");

                // What an update does not touch is as before.
                foreach ((long nmId, JsonObject before) in kept)
                {
                    foreach (string name in new[] { "photos", "video", "tags", "wholesale", "imtID", "createdAt" })
                        Assert.True(JsonNode.DeepEquals(before[name], api.Cards[nmId][name]));
                }
            },
            iter: 300);

    [Fact]
    public async Task Whatever_goes_wrong_each_card_is_accounted_for_and_nothing_is_written_twice_that_may_have_arrived() =>
        await Gen.Select(Gen.Int[1, 25], Gen.Int[0, 8].Array[0, 4], Gen.Int[0, 4], Gen.Int[0, 3].Array[25], Gen.Int[0, 60].Array[12]).SampleAsync(
            async (count, answers, looks, refusals, others) =>
            {
                var api = new FakeCardsApi { LooksUntilShown = looks };
                for (int i = 0; i < count; i++)
                {
                    api.Put(4001 + i);
                    if (refusals[i] == 1)
                        api.RefusedLater[$"a{4001 + i}"] = ["Нельзя"];
                    else if (refusals[i] == 2)
                        api.RefusedAtOnce[$"a{4001 + i}"] = true;
                }

                foreach (int answer in answers)
                    api.Answers.Enqueue((WriteAnswer)answer);

                // Somebody else changes descriptions all the time.
                int turn = 0;
                var foreign = new Dictionary<long, string>();
                api.BeforeList = _ =>
                {
                    long nmId = 4001 + others[turn % others.Length];
                    if (turn++ < others.Length && api.Cards.ContainsKey(nmId))
                        api.Put(nmId, card => card["description"] = foreign[nmId] = $"чужое {turn}");
                };
                CardEditResult result;
                try
                {
                    result = await new CardEditor(api, new CardEditOptions { MaxWait = TimeSpan.FromHours(1) }, new JumpingTimeProvider()).EditAsync(
                        Enumerable.Range(4001, count).Select(i => (long)i), card => card with { Title = "Другие" }, cancellationToken: TestContext.Current.CancellationToken);
                }
                catch (WildberriesUnauthorizedException exception)
                {
                    result = exception.GetCardEditResult()!;
                }

                Assert.Equal(Enumerable.Range(4001, count).Select(i => (long)i), result.Rows.Select(row => row.NmId));
                foreach (CardEditRow row in result.Rows)
                {
                    int written = api.Written.Count(json => (long)json["nmID"]! == row.NmId);
                    string title = (string)api.Cards[row.NmId]["title"]!;
                    Assert.InRange(written, 0, 1);
                    switch (row.Outcome)
                    {
                        case CardEditOutcome.Changed:
                            Assert.Equal("Другие", title);
                            break;
                        case CardEditOutcome.Refused:
                            Assert.Equal("Носки", title);
                            Assert.True(refusals[row.NmId - 4001] is 1 or 2 || answers.Contains((int)WriteAnswer.TooLarge));
                            break;
                        case CardEditOutcome.NotSent:
                            Assert.Equal(0, written);
                            break;
                        case CardEditOutcome.Unknown:
                            Assert.NotNull(row.Reason);
                            Assert.Equal("Носки", title);
                            break;
                        default:
                            Assert.Fail(row.ToString());
                            break;
                    }

                    // WB shows at once what it takes: then nothing of anybody else is lost, for the cards are looked at just before.
                    if (looks == 0 && foreign.TryGetValue(row.NmId, out string? description))
                        Assert.Equal(description, (string)api.Cards[row.NmId]["description"]!);
                }
            },
            iter: 300);

    private static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();

    private static string Json(string[] texts) => new JsonArray([.. texts.Select(text => JsonValue.Create(text))]).ToJsonString();

    // Read without the SDK's own lists: what is in the card, less what WB alone decides and what an update does not touch.
    private static JsonObject ToBeWritten(JsonObject card)
    {
        JsonObject json = card.DeepClone().AsObject();
        Remove(json, "imtID", "nmUUID", "subjectID", "subjectName", "needKiz", "photos", "video", "wholesale", "tags", "createdAt", "updatedAt");
        Remove(json["dimensions"], "isValid");
        Remove(json["documents"], "overallVerdict");
        foreach (JsonNode? document in json["documents"]?["items"]?.AsArray() ?? [])
            Remove(document, "id", "verdict", "createdAt");
        JsonArray characteristics = json["characteristics"]!.AsArray();
        foreach (JsonNode? one in characteristics.ToArray())
        {
            Remove(one, "name");
            if (one!["value"] is null)
                characteristics.Remove(one);
        }

        return json;
    }

    private static void Remove(JsonNode? from, params string[] names)
    {
        foreach (string name in names)
            from?.AsObject().Remove(name);
    }

    // Missing, null and empty are the same to an edit.
    private static JsonObject Canonical(JsonNode json)
    {
        JsonObject copy = json.DeepClone().AsObject();
        if (copy["description"] is JsonValue description && (string?)description == "")
            copy.Remove("description");
        if (copy["documents"] is JsonObject documents)
        {
            foreach ((string name, JsonNode? value) in documents.ToArray())
            {
                if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || (value is JsonValue text && text.TryGetValue(out string? letters) && letters == ""))
                    documents.Remove(name);
            }

            if (documents.Count == 0)
                copy.Remove("documents");
        }

        return copy;
    }
}
