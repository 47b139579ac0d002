using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsMonitor.TopicTagging.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "topic_backfill",
                columns: table => new
                {
                    topic_id = table.Column<string>(type: "TEXT", nullable: false),
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic_version = table.Column<int>(type: "INTEGER", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    scanned = table.Column<int>(type: "INTEGER", nullable: false),
                    matched = table.Column<int>(type: "INTEGER", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    after_received_at = table.Column<long>(type: "INTEGER", nullable: true),
                    after_article_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    after_version = table.Column<int>(type: "INTEGER", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    problem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_backfill", x => x.topic_id);
                });

            migrationBuilder.CreateTable(
                name: "topic_version",
                columns: table => new
                {
                    topic_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    definition_json = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_version", x => new { x.topic_id, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "ix_article_url",
                table: "article",
                column: "url");
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
