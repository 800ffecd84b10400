using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "promo_portfolios",
                columns: table => new
                {
                    seller_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_promo_portfolios", x => x.seller_id);
                });

            migrationBuilder.CreateTable(
                name: "promo_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_id = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    percent = table.Column<decimal>(type: "TEXT", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    nm_ids = table.Column<string>(type: "TEXT", nullable: true),
                    purposes = table.Column<int>(type: "INTEGER", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    wildberries_id = table.Column<string>(type: "TEXT", nullable: true),
                    is_stopped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_promo_codes", x => x.id);
                    table.ForeignKey(
                        name: "FK_promo_codes_promo_portfolios_seller_id",
                        column: x => x.seller_id,
                        principalTable: "promo_portfolios",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.CreateIndex(
                name: "IX_promo_codes_seller_id_ends_on",
                table: "promo_codes",
                columns: new[] { "seller_id", "ends_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "promo_code_sends");

            migrationBuilder.DropTable(
                name: "promo_codes");

            migrationBuilder.DropTable(
                name: "promo_portfolios");
        }
    }
}
