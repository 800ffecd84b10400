using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Migrations.PostgreSql
{
    /// <summary>The table of sends becomes that of all answers: what the tool writes, with the channel of the sends that are there.</summary>
    internal sealed partial class BuyerAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_promo_code_sends_promo_codes_promo_code_id",
                table: "promo_code_sends");

            migrationBuilder.DropPrimaryKey(
                name: "PK_promo_code_sends",
                table: "promo_code_sends");

            migrationBuilder.RenameTable(
                name: "promo_code_sends",
                newName: "buyer_answers");

            migrationBuilder.RenameColumn(
                name: "chat_id",
                table: "buyer_answers",
                newName: "target_id");

            migrationBuilder.RenameIndex(
                name: "IX_promo_code_sends_seller_id_state",
                table: "buyer_answers",
                newName: "IX_buyer_answers_seller_id_state");

            migrationBuilder.RenameIndex(
                name: "IX_promo_code_sends_seller_id_started_at",
                table: "buyer_answers",
                newName: "IX_buyer_answers_seller_id_started_at");

            migrationBuilder.RenameIndex(
                name: "IX_promo_code_sends_seller_id_chat_id",
                table: "buyer_answers",
                newName: "IX_buyer_answers_seller_id_target_id");

            migrationBuilder.RenameIndex(
                name: "IX_promo_code_sends_promo_code_id",
                table: "buyer_answers",
                newName: "IX_buyer_answers_promo_code_id");

            migrationBuilder.AlterColumn<Guid>(
                name: "promo_code_id",
                table: "buyer_answers",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "channel",
                table: "buyer_answers",
                type: "text",
                nullable: false,
                defaultValue: "Chat");

            migrationBuilder.AddColumn<bool>(
                name: "is_edit",
                table: "buyer_answers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddPrimaryKey(
                name: "PK_buyer_answers",
                table: "buyer_answers",
                columns: new[] { "seller_id", "key" });

            migrationBuilder.AddForeignKey(
                name: "FK_buyer_answers_promo_codes_promo_code_id",
                table: "buyer_answers",
                column: "promo_code_id",
                principalTable: "promo_codes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <summary>Fails where an answer without a promo code is stored: the table before has no place for it.</summary>
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_buyer_answers_promo_codes_promo_code_id",
                table: "buyer_answers");

            migrationBuilder.DropPrimaryKey(
                name: "PK_buyer_answers",
                table: "buyer_answers");

            migrationBuilder.DropColumn(
                name: "channel",
                table: "buyer_answers");

            migrationBuilder.DropColumn(
                name: "is_edit",
                table: "buyer_answers");

            migrationBuilder.RenameTable(
                name: "buyer_answers",
                newName: "promo_code_sends");

            migrationBuilder.RenameColumn(
                name: "target_id",
                table: "promo_code_sends",
                newName: "chat_id");

            migrationBuilder.RenameIndex(
                name: "IX_buyer_answers_seller_id_target_id",
                table: "promo_code_sends",
                newName: "IX_promo_code_sends_seller_id_chat_id");

            migrationBuilder.RenameIndex(
                name: "IX_buyer_answers_seller_id_state",
                table: "promo_code_sends",
                newName: "IX_promo_code_sends_seller_id_state");

            migrationBuilder.RenameIndex(
                name: "IX_buyer_answers_seller_id_started_at",
                table: "promo_code_sends",
                newName: "IX_promo_code_sends_seller_id_started_at");

            migrationBuilder.RenameIndex(
                name: "IX_buyer_answers_promo_code_id",
                table: "promo_code_sends",
                newName: "IX_promo_code_sends_promo_code_id");

            migrationBuilder.AlterColumn<Guid>(
                name: "promo_code_id",
                table: "promo_code_sends",
                type: "uuid",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_promo_code_sends",
                table: "promo_code_sends",
                columns: new[] { "seller_id", "key" });

            migrationBuilder.AddForeignKey(
                name: "FK_promo_code_sends_promo_codes_promo_code_id",
                table: "promo_code_sends",
                column: "promo_code_id",
                principalTable: "promo_codes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
