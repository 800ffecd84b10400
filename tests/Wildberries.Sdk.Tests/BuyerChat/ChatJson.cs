namespace Wildberries.Sdk.Tests.BuyerChat;

/// <summary>Answers of the shape that WB publishes, with values of our own.</summary>
internal static class ChatJson
{
    public const string Chats = """
        {
          "result": [
            {
              "chatID": "1:aa11",
              "replySign": "1:aa11:77:sig",
              "clientName": "Ольга",
              "goodCard": { "nmID": 5000000001, "price": 74950, "priceCurrency": "RUB", "rid": "d0c1", "size": "42" },
              "lastMessage": { "text": "Здравствуйте!", "addTimestamp": 1766138234889 }
            }
          ],
          "errors": null
        }
        """;

    public const string Events = """
        {
          "result": {
            "next": 1766138300000,
            "newestEventTime": "2025-12-19T09:58:20Z",
            "oldestEventTime": "2025-12-19T09:57:14Z",
            "totalEvents": 2,
            "events": [
              {
                "chatID": "1:aa11",
                "eventID": "e-1",
                "eventType": "message",
                "isNewChat": true,
                "message": {
                  "attachments": {
                    "goodCard": { "nmID": 5000000001, "price": 749, "priceCurrency": "RUB", "rid": "d0c1", "size": "42" },
                    "files": [
                      {
                        "contentType": "application/pdf",
                        "date": "2025-12-19T09:57:00.594Z",
                        "downloadID": "f-1",
                        "name": "Чек.pdf",
                        "url": "https://chat-basket-01.wbbasket.ru/f.pdf",
                        "size": 1046143
                      }
                    ],
                    "images": [
                      { "date": "2025-12-19T12:57:01+03:00", "downloadID": "i-1", "url": "https://chat-basket-01.wbbasket.ru/i.jpg" }
                    ]
                  },
                  "text": "Пришёл не тот цвет"
                },
                "source": "ios",
                "addTimestamp": 1766138234889,
                "addTime": "2025-12-19T09:57:14Z",
                "replySign": "1:aa11:77:sig",
                "sender": "client",
                "clientName": "Ольга"
              },
              {
                "chatID": "1:aa11",
                "eventID": "e-2",
                "eventType": "message",
                "addTimestamp": 1766138300000,
                "addTime": "2025-12-19T09:58:20Z",
                "sender": "seller"
              }
            ]
          },
          "errors": null
        }
        """;

    public const string Sent = """{"result":{"addTime":1712848270018,"chatID":"1:aa11","sign":"1:aa11:78:sig"},"errors":[]}""";

    public const string Pending = """{"moderationState":"pending","retrySeconds":30}""";
}
