using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using NewsMonitor.Hosting.Database;

namespace NewsMonitor.Hosting.Http;

/// <summary>Errors as <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problems
{
    /// <summary>Registers problem details for every error answer, with the status that an unusual request deserves instead of 500.</summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddProblems(this IServiceCollection services) =>
        services.AddProblemDetails().AddExceptionHandler<RequestExceptionHandler>();

    /// <summary>A problem with one sentence that says what is wrong and what to do.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="title">What went wrong, a few words.</param>
    /// <param name="detail">What to do about it.</param>
    public static IResult Problem(int status, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title);

    /// <summary>A 422 answer that lists errors by field.</summary>
    /// <param name="errors">Field name to its errors.</param>
    public static IResult Unprocessable(IReadOnlyDictionary<string, string[]> errors) =>
        Results.ValidationProblem(
            errors.ToDictionary(error => error.Key, error => error.Value),
            statusCode: StatusCodes.Status422UnprocessableEntity,
            title: "The request has errors.");

    /// <summary>A 404 answer.</summary>
    /// <param name="what">What was looked for, for example <c>topic</c>.</param>
    /// <param name="id">Its id.</param>
    public static IResult NotFound(string what, object id) =>
        Problem(StatusCodes.Status404NotFound, "Not found", $"There is no {what} '{id}'.");

    private sealed class RequestExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
    {
        private const string RetryAfterSeconds = "10";

        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            var details = exception switch
            {
                BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode, Detail = bad.InnerException?.Message ?? bad.Message },
                _ when TransientFailure.Is(exception) => new ProblemDetails
                {
                    Status = StatusCodes.Status503ServiceUnavailable,
                    Title = "The database or the broker does not answer",
                    Detail = "Try again in a moment; repeating the request is harmless.",
                },
                _ => null,
            };
            if (details is null)
                return false;
            httpContext.Response.StatusCode = details.Status!.Value;
            if (details.Status == StatusCodes.Status503ServiceUnavailable)
                httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details });
        }
    }
}
