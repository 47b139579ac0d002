using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsMonitor.TopicTagging.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TopicLifeCycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "history_json",
                table: "article_topic",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "topic_backfill",
                columns: table => new
                {
                    topic_id = table.Column<string>(type: "text", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_version = table.Column<int>(type: "integer", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scanned = table.Column<int>(type: "integer", nullable: false),
                    matched = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    after_received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    after_article_id = table.Column<Guid>(type: "uuid", nullable: true),
                    after_version = table.Column<int>(type: "integer", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_backfill", x => x.topic_id);
                });

            migrationBuilder.CreateTable(
                name: "topic_version",
                columns: table => new
                {
                    topic_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    definition_json = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_version", x => new { x.topic_id, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "ix_article_url",
                table: "article",
                column: "url")
                .Annotation("Npgsql:IndexMethod", "hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "topic_backfill");

            migrationBuilder.DropTable(
                name: "topic_version");

            migrationBuilder.DropIndex(
                name: "ix_article_url",
                table: "article");

            migrationBuilder.DropColumn(
                name: "history_json",
                table: "article_topic");
        }
    }
}
