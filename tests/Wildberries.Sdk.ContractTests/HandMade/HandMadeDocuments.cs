using Wildberries.Sdk.Contract.Documents;

namespace Wildberries.Sdk.ContractTests.HandMade;

/// <summary>Documents of our own making, in the form of WB's: the comparer is tried on them.</summary>
internal static class HandMadeDocuments
{
    private const string Operations =
        """
        [
          {
            "method": "POST", "path": "/api/v1/things/{id}", "servers": ["https://things-api.wildberries.ru", "https://things-api-sandbox.wildberries.ru"],
            "category": "content", "readOnly": true, "tokenTypes": ["personal", "service"], "limitScope": "for all methods of things",
            "limits": [
              { "token": "personal", "periodSeconds": 60.0, "limit": 3, "intervalSeconds": 20.0, "burst": 5 },
              { "token": "service", "periodSeconds": 60.0, "limit": 3, "intervalSeconds": 20.0, "burst": 5 },
              { "token": "base", "periodSeconds": 3600.0, "limit": 1, "intervalSeconds": 3600.0, "burst": 1 }
            ],
            "clientErrorCost": 10, "schema": "things.yaml"
          },
          {
            "method": "POST", "path": "/api/v1/things/notes", "servers": ["https://things-api.wildberries.ru"],
            "category": "content", "readOnly": false, "tokenTypes": null, "limitScope": "for all methods of things",
            "limits": [{ "token": "any", "periodSeconds": 1.0, "limit": 1, "intervalSeconds": 1.0, "burst": 1 }],
            "clientErrorCost": 1, "schema": "things.yaml"
          },
          {
            "method": "GET", "path": "/api/v1/things/file", "servers": ["https://things-api.wildberries.ru"],
            "category": "commonapi", "readOnly": true, "tokenTypes": null, "limitScope": "method",
            "limits": [{ "token": "any", "periodSeconds": 1.0, "limit": 1, "intervalSeconds": 1.0, "burst": 1 }],
            "clientErrorCost": 1, "schema": "things.yaml"
          },
          {
            "method": "GET", "path": "/ping", "servers": ["https://common-api.wildberries.ru"],
            "category": "all", "readOnly": true, "tokenTypes": null, "limitScope": "method, on each host apart",
            "limits": [{ "token": "any", "periodSeconds": 30.0, "limit": 3, "intervalSeconds": 10.0, "burst": 99 }],
            "clientErrorCost": 1, "schema": "things.yaml"
          },
          {
            "method": "GET", "path": "/api/v1/things/old", "servers": ["https://things-api.wildberries.ru"],
            "category": "content", "readOnly": true, "tokenTypes": null, "limitScope": "method", "limits": [],
            "clientErrorCost": 1, "schema": null, "retired": "2026-01-01"
          }
        ]
        """;

    private const string Things =
        """
        openapi: 3.0.1
        paths:
          /api/v1/things/{id}:
            servers:
              - url: https://things-api.wildberries.ru
            parameters:
              - $ref: '#/components/parameters/Id'
            post:
              parameters:
                - {name: day, in: query, required: true, schema: {type: string, format: date}}
                - {name: page, in: query, schema: {type: integer}}
                - {name: tags, in: query, schema: {type: array, items: {type: string}}}
                - {name: Authorization, in: header, required: true, schema: {type: string}}
              requestBody:
                required: true
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/ThingQuery'}
              responses:
                '200':
                  description: Good
                  content:
                    application/json:
                      schema:
                        allOf:
                          - $ref: '#/components/schemas/ThingPage'
                          - type: object
                            properties:
                              total: {type: integer}
                            required: [total]
                '400': {description: Bad}
          /api/v1/things/notes:
            post:
              servers:
                - url: https://things-api.wildberries.ru
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [note]
                      properties:
                        note: {type: string}
                        title: {type: string}
                        file: {type: array, items: {type: string, format: binary}}
              responses:
                '200':
                  description: Good
                  content:
                    application/json:
                      schema:
                        oneOf:
                          - type: object
                            required: [id, left]
                            properties: {id: {type: integer}, left: {type: boolean}}
                          - type: object
                            required: [id, right]
                            properties: {id: {type: integer}, right: {type: boolean}}
          /api/v1/things/file:
            get:
              servers:
                - url: https://things-api.wildberries.ru
              responses:
                '200':
                  description: Good
                  content:
                    image/png:
                      schema: {type: string, format: binary}
                '202':
                  description: Later
                  content:
                    application/json:
                      schema: {type: object, properties: {seconds: {type: integer}}}
          /ping:
            get:
              description: "`https://things-api.wildberries.ru/ping`<br>`https://things-api-sandbox.wildberries.ru/ping`"
              responses:
                '200':
                  description: Good
                  content:
                    application/json:
                      schema: {type: object, properties: {Status: {type: string, enum: [OK]}}}
        components:
          parameters:
            Id: {name: id, in: path, required: true, schema: {type: integer, format: int64}}
          schemas:
            ThingQuery:
              type: object
              required: [ids]
              properties:
                ids: {type: array, items: {type: integer}}
                text: {type: string}
                order: {type: string}
            ThingPage:
              type: object
              properties:
                things: {type: array, items: {$ref: '#/components/schemas/Thing'}, nullable: true}
            Thing:
              type: object
              properties:
                id: {type: integer}
                price: {type: number}
                day: {type: string, format: date}
                kind: {type: string, enum: [big, small]}
                size: {$ref: '#/components/schemas/Size', nullable: true}
                gone: {type: boolean}
                part: {$ref: '#/components/schemas/Thing'}
                names: {type: object, additionalProperties: {type: string}}
            Size:
              type: object
              properties:
                width: {type: integer, nullable: true}
        """;

    public static WbDocuments Read() => new(["things.yaml"], name => name == "operations.json" ? Operations : Things);
}
