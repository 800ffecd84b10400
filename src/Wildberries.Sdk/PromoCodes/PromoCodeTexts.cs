using System.Globalization;
using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes;

/// <summary>What people are told of faults and refusals, in both languages. A test holds that every code has both texts.</summary>
internal static class PromoCodeTexts
{
    // Made here: a program without ICU data has no Russian culture.
    private static readonly CultureInfo Russian = new("") { NumberFormat = { NumberDecimalSeparator = "," } };

    internal static IReadOnlyDictionary<PromoCodeFault, (string English, string Russian)> Faults { get; } = new Dictionary<PromoCodeFault, (string, string)>
    {
        [PromoCodeFault.SellerMissing] = ("The seller is missing; a code belongs to one.", "Не указан продавец, которому принадлежит промокод."),
        [PromoCodeFault.CodeMissing] = ("The code is missing; it has 1 to {0} characters.", "Не указан код: в нём может быть от 1 до {0} знаков."),
        [PromoCodeFault.CodeTooLong] = ("The code has {0} characters; a code has at most {1}.", "Знаков в коде: {0}, а можно не больше {1}."),
        [PromoCodeFault.CodeHasSpaces] = (
            "The code has a space or a control character; a code has none.", "В коде есть пробел или управляющий символ, а их быть не должно."),
        [PromoCodeFault.CodeMalformed] = (
            "The code has half of a surrogate pair, which is no character.", "В коде есть повреждённый символ, который нельзя сохранить."),
        [PromoCodeFault.PercentOutOfRange] = (
            "The discount is {0:0.############################} percent; a code has {1:0.##########} to {2:0.##########}.",
            "Скидка {0:0.############################} %, а у промокода она бывает от {1:0.##########} до {2:0.##########} %."),
        [PromoCodeFault.PercentTooPrecise] = (
            "The discount is {0:0.############################} percent; a code has at most {1} decimals.",
            "Скидка {0:0.############################} %: знаков после запятой может быть не больше {1}."),
        [PromoCodeFault.DaysOutOfRange] = (
            "The number of days is {0}; a code works for {1} to {2} days.", "Срок в днях: {0}, а промокод действует от {1} до {2}."),
        [PromoCodeFault.StartOutOfRange] = (
            "The first day is {0:yyyy-MM-dd}; a new code starts from {1:yyyy-MM-dd} to {2:yyyy-MM-dd} (Moscow).",
            "Первый день {0:dd.MM.yyyy}, а новый промокод начинается не раньше {1:dd.MM.yyyy} и не позже {2:dd.MM.yyyy} (по Москве)."),
        [PromoCodeFault.PortalStartOutOfRange] = (
            "The first day is {0:yyyy-MM-dd}; a code in the portal starts from {1:yyyy-MM-dd} to {2:yyyy-MM-dd} (Moscow).",
            "Первый день {0:dd.MM.yyyy}, а промокод из портала начинается не раньше {1:dd.MM.yyyy} и не позже {2:dd.MM.yyyy} (по Москве)."),
        [PromoCodeFault.ProductsMissing] = (
            "No product is chosen; choose one at least, or null for the whole assortment.",
            "Не выбран ни один товар: выберите хотя бы один или весь ассортимент."),
        [PromoCodeFault.ProductInvalid] = ("{0} is no product number; they are above zero.", "{0} — не артикул WB: артикул больше нуля."),
        [PromoCodeFault.ProductRepeated] = ("A product is chosen twice; each is chosen once.", "Товар выбран дважды, а можно только один раз."),
        [PromoCodeFault.PurposeUnknown] = ("{0} has purposes that do not exist.", "Среди целей промокода ({0}) есть несуществующие."),
        [PromoCodeFault.TooManyActiveCodes] = (
            "On {0:yyyy-MM-dd} {1} other codes work, which is the limit.", "На {0:dd.MM.yyyy} уже приходится промокодов: {1}. Больше нельзя."),
        [PromoCodeFault.CodeInUse] = (
            "Another code of this text works from {0:yyyy-MM-dd} to {1:yyyy-MM-dd}.", "Такой же промокод уже действует с {0:dd.MM.yyyy} по {1:dd.MM.yyyy}."),
        [PromoCodeFault.WildberriesIdInUse] = (
            "The id is that of {0} already; WB gives each code its own.", "Этот id уже записан у промокода {0}, а в WB у каждого промокода он свой."),
    };

    internal static IReadOnlyDictionary<AnswerRefusal, (string English, string Russian)> Refusals { get; } =
        new Dictionary<AnswerRefusal, (string, string)>
        {
            [AnswerRefusal.UnknownCode] = ("There is no such promo code.", "Такого промокода нет."),
            [AnswerRefusal.CodeIsStopped] = ("The promo code is switched off.", "Промокод отключён."),
            [AnswerRefusal.CodeHasNotStarted] = ("The promo code does not work yet.", "Промокод ещё не действует."),
            [AnswerRefusal.CodeHasEnded] = ("The promo code no longer works.", "Промокод больше не действует."),
            [AnswerRefusal.ReplyWindowIsClosed] = ("The time to answer the buyer is over.", "Время для ответа покупателю вышло."),
            [AnswerRefusal.AlreadySentInChat] = (
                "This promo code was sent in the chat before, or may have been.", "Этот промокод в чате уже отправляли или, возможно, отправили."),
            [AnswerRefusal.AlreadyAnswered] = (
                "It was answered before, or may have been.", "На это уже ответили или, возможно, ответили."),
            [AnswerRefusal.NotAnswered] = ("There is no answer yet that could be changed.", "Ответа, который можно изменить, ещё нет."),
            [AnswerRefusal.NotEditable] = (
                "The answer was changed before, or its 60 days are over.", "Ответ уже изменяли, или прошло больше 60 дней."),
            [AnswerRefusal.AnswerIsPending] = (
                "It is not known yet whether the first answer was sent.", "Пока неизвестно, отправлен ли первый ответ."),
        };

    internal static PromoCodeViolation Violation(PromoCodeRule rule, PromoCodeFault fault, string property, params object[] values)
    {
        (string english, string russian) = Faults[fault];
        return new PromoCodeViolation
        {
            Rule = rule,
            Fault = fault,
            Property = property,
            Message = string.Format(CultureInfo.InvariantCulture, english, values),
            RussianMessage = string.Format(Russian, russian, values),
        };
    }
}
