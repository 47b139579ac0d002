namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Logistic regression by Newton's method, with a small ridge (Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 4.4.1).</summary>
internal static class LogisticRegression
{
    private const double Ridge = 0.5;
    private const int Steps = 30;

    /// <summary>Fits weights.</summary>
    /// <param name="samples">Features (with a constant 1, if one is wanted), weight of the sample, and whether it is positive.</param>
    /// <param name="size">Number of features.</param>
    public static double[] Fit(IReadOnlyList<(double[] Features, double Weight, bool Positive)> samples, int size)
    {
        var weights = new double[size];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = weights.Select(weight => -Ridge * weight).ToArray();
            var hessian = new double[size, size];
            for (var i = 0; i < size; i++)
                hessian[i, i] = Ridge;
            foreach (var (features, weight, positive) in samples)
            {
                var p = 1 / (1 + Math.Exp(-Dot(weights, features)));
                for (var i = 0; i < size; i++)
                {
                    gradient[i] += weight * ((positive ? 1 : 0) - p) * features[i];
                    for (var j = 0; j < size; j++)
                        hessian[i, j] += weight * p * (1 - p) * features[i] * features[j];
                }
            }
            var change = Solve(hessian, gradient);
            for (var i = 0; i < size; i++)
                weights[i] += Math.Clamp(change[i], -2, 2);
        }
        return weights;
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();

    // Gaussian elimination; the matrix is positive definite.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var result = (double[])right.Clone();
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < size; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                result[row] -= factor * result[pivot];
            }
        }
        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < size; column++)
                result[row] -= matrix[row, column] * result[column];
            result[row] /= matrix[row, row];
        }
        return result;
    }
}
