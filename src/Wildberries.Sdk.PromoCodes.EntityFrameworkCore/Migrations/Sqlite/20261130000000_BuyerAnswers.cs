using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Migrations.Sqlite
{
    /// <summary>
    /// The table of sends becomes that of all answers. It is written by hand: what the tool writes rebuilds the table in several transactions, and a program
    /// that is killed between them leaves a database which no migration takes.
    /// </summary>
    internal sealed partial class BuyerAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "buyer_answers",
                columns: table => new
                {
                    seller_id = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    target_id = table.Column<string>(type: "TEXT", nullable: false),
                    is_edit = table.Column<bool>(type: "INTEGER", nullable: false),
                    promo_code_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    intent = table.Column<string>(type: "TEXT", nullable: true),
                    sentiment = table.Column<string>(type: "TEXT", nullable: true),
                    is_suggested = table.Column<bool>(type: "INTEGER", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    event_id = table.Column<string>(type: "TEXT", nullable: true),
                    failure = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buyer_answers", x => new { x.seller_id, x.key });
                    table.ForeignKey(
                        name: "FK_buyer_answers_promo_codes_promo_code_id",
                        column: x => x.promo_code_id,
                        principalTable: "promo_codes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO buyer_answers (seller_id, "key", channel, target_id, is_edit, promo_code_id, "text", intent, sentiment, is_suggested, approved_by,
                    started_at, state, sent_at, event_id, failure)
                SELECT seller_id, "key", 'Chat', chat_id, 0, promo_code_id, "text", intent, sentiment, is_suggested, approved_by,
                    started_at, state, sent_at, event_id, failure FROM promo_code_sends
                """);

            migrationBuilder.DropTable(
                name: "promo_code_sends");

            migrationBuilder.CreateIndex(
                name: "IX_buyer_answers_promo_code_id",
                table: "buyer_answers",
                column: "promo_code_id");

            migrationBuilder.CreateIndex(
                name: "IX_buyer_answers_seller_id_started_at",
                table: "buyer_answers",
                columns: new[] { "seller_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_buyer_answers_seller_id_state",
                table: "buyer_answers",
                columns: new[] { "seller_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_buyer_answers_seller_id_target_id",
                table: "buyer_answers",
                columns: new[] { "seller_id", "target_id" });
        }

        /// <summary>Fails where an answer without a promo code is stored: the table before has no place for it.</summary>
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "promo_code_sends",
                columns: table => new
                {
                    seller_id = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    promo_code_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    chat_id = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    intent = table.Column<string>(type: "TEXT", nullable: true),
                    sentiment = table.Column<string>(type: "TEXT", nullable: true),
                    is_suggested = table.Column<bool>(type: "INTEGER", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    event_id = table.Column<string>(type: "TEXT", nullable: true),
                    failure = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_promo_code_sends", x => new { x.seller_id, x.key });
                    table.ForeignKey(
                        name: "FK_promo_code_sends_promo_codes_promo_code_id",
                        column: x => x.promo_code_id,
                        principalTable: "promo_codes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO promo_code_sends (seller_id, "key", promo_code_id, chat_id, "text", intent, sentiment, is_suggested, approved_by,
                    started_at, state, sent_at, event_id, failure)
                SELECT seller_id, "key", promo_code_id, target_id, "text", intent, sentiment, is_suggested, approved_by,
                    started_at, state, sent_at, event_id, failure FROM buyer_answers
                """);

            migrationBuilder.DropTable(
                name: "buyer_answers");

            migrationBuilder.CreateIndex(
                name: "IX_promo_code_sends_promo_code_id",
                table: "promo_code_sends",
                column: "promo_code_id");

            migrationBuilder.CreateIndex(
                name: "IX_promo_code_sends_seller_id_chat_id",
                table: "promo_code_sends",
                columns: new[] { "seller_id", "chat_id" });

            migrationBuilder.CreateIndex(
                name: "IX_promo_code_sends_seller_id_started_at",
                table: "promo_code_sends",
                columns: new[] { "seller_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_promo_code_sends_seller_id_state",
                table: "promo_code_sends",
                columns: new[] { "seller_id", "state" });
        }
    }
}
